/** What a person sees outside tabs: toasts, dialogs, the sidebar. Does nothing in a run without a person. */
export interface Notice {
  toast(message: string, title: string): void;
  alert(title: string, message: string): void;
  openSidebar(): void;
}
