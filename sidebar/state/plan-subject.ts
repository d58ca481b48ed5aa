/** What a preview is about: the edits of a tab, its selected rows as records to delete, a push to take back, or findings of a report. */
import type { ProviderName } from '../../src/providers/definition';

export type PlanSubject =
  | { readonly kind: 'edits' | 'deletion'; readonly tab: string }
  /** `push` is the id of the plan that was sent. */
  | { readonly kind: 'undo'; readonly tab: string; readonly push: string }
  /** `tab` is the report's, of which the suggested people become owners of the platform's apps. */
  | { readonly kind: 'suggestedOwners'; readonly tab: string; readonly provider: ProviderName }
  /** `tab` is the report's; `field` the key of the field to write into, null for one that is made for it. */
  | {
      readonly kind: 'ssoField';
      readonly tab: string;
      readonly provider: ProviderName;
      readonly field: string | null;
      readonly label: string;
    };
