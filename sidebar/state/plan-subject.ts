/** What a preview is about: the edits of a tab, its selected rows as records to delete, or a push to take back. */
export type PlanSubject =
  | { readonly kind: 'edits' | 'deletion'; readonly tab: string }
  /** `push` is the id of the plan that was sent. */
  | { readonly kind: 'undo'; readonly tab: string; readonly push: string };
