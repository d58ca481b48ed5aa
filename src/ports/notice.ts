/** What a person sees outside tabs: toasts, dialogs, the sidebar. Does nothing in a run without a person. */
export interface Notice {
  toast(message: string, title: string): void;
  alert(title: string, message: string): void;
  /** Asks a question that OK answers with yes; false for everything else, and in a run without a person. */
  confirm(title: string, message: string): boolean;
  openSidebar(): void;
}
