/** What templates of exports of people share. */
import type { TemplateColumn } from '../../core/upload/template';

export const PEOPLE_TARGETS = ['torii.customIntegration', 'zluri.users'];

/** The column with the status says both: what it comes to, and the vendor's own word for it. */
export function statusColumns(...headers: readonly string[]): readonly TemplateColumn[] {
  return [
    { meaning: 'status', headers },
    { meaning: 'externalStatus', headers },
  ];
}
