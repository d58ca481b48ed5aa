/** What the sidebar shows of a file that somebody has connected to. */
import type { ProviderName } from '../../src/providers/definition';
import type { PlanSubject } from './plan-subject';
import type { PullOrder } from './run';
import type { Subject } from './subject';
import type { UploadOrder } from './upload-draft';

export interface SentUpload {
  /** The run's id. */
  readonly job: string;
  readonly order: UploadOrder;
}

export type Screen =
  | { readonly name: 'ledger' }
  | { readonly name: 'key'; readonly provider: ProviderName }
  /** `tried` is the order that was refused, whose choices are shown again. */
  | { readonly name: 'selection'; readonly subject: Subject; readonly tried?: PullOrder }
  /** `upload` is the target where it is uploaded by itself; absent: it is refreshed. */
  | { readonly name: 'schedule'; readonly tab: string; readonly upload?: string }
  /** What is known is not asked; `checks` goes on to the check where nothing is missing. */
  | {
      readonly name: 'upload';
      readonly tab?: string;
      readonly target?: string;
      readonly checks?: true;
      /** What was sent from there, which is shown from then on. */
      readonly sent?: SentUpload;
    }
  | { readonly name: 'verify'; readonly upload: string; readonly tab: string; readonly target: string }
  | { readonly name: 'uploads' }
  | { readonly name: 'preview'; readonly subject: PlanSubject }
  /** `tab` is that of the report whose findings are to be written. */
  | { readonly name: 'ssoField'; readonly provider: ProviderName; readonly tab: string }
  | { readonly name: 'activity' }
  | { readonly name: 'pushes' }
  | { readonly name: 'settings' };

export const LEDGER: Screen = { name: 'ledger' };

/** Names the button that opens a screen, so that the focus can go back to it. */
export function openerOf(screen: Screen): string {
  if (screen.name === 'key') return `key ${screen.provider}`;
  if (screen.name === 'schedule') return `schedule ${screen.tab} ${screen.upload ?? ''}`;
  if (screen.name === 'ssoField') return `ssoField ${screen.tab}`;
  if (screen.name === 'upload') return `upload ${screen.tab ?? ''} ${screen.target ?? ''}`;
  if (screen.name === 'verify') return `verify ${screen.upload}`;
  if (screen.name === 'preview') {
    const { subject } = screen;
    return [subject.kind, subject.tab, ...(subject.kind === 'undo' ? [subject.push] : [])].join(' ');
  }
  if (screen.name !== 'selection') return screen.name;
  const { provider, resource, tab } = screen.subject;
  return ['selection', provider, resource, typeof tab === 'string' ? tab : `tab ${tab.tab}`].join(' ');
}
