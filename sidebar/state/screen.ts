/** What the sidebar shows of a file that somebody has connected to. */
import type { ProviderName } from '../../src/providers/definition';
import type { PlanSubject } from './plan-subject';
import type { PullOrder } from './run';
import type { Subject } from './subject';

export type Screen =
  | { readonly name: 'ledger' }
  | { readonly name: 'key'; readonly provider: ProviderName }
  /** `tried` is the order that was refused, whose choices are shown again. */
  | { readonly name: 'selection'; readonly subject: Subject; readonly tried?: PullOrder }
  | { readonly name: 'schedule'; readonly tab: string }
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
  if (screen.name === 'schedule' || screen.name === 'ssoField') return `${screen.name} ${screen.tab}`;
  if (screen.name === 'preview') {
    const { subject } = screen;
    return [subject.kind, subject.tab, ...(subject.kind === 'undo' ? [subject.push] : [])].join(' ');
  }
  if (screen.name !== 'selection') return screen.name;
  const { provider, resource, tab } = screen.subject;
  return ['selection', provider, resource, typeof tab === 'string' ? tab : `tab ${tab.tab}`].join(' ');
}
