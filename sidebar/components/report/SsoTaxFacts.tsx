/** What an SSO Tax tab waits for, and where the prices are that it counts with. */
import type { JSX } from 'preact';
import type { TabInfo } from '../../../src/app/contract';
import { waitingWords } from '../../words/report';
import { Icon } from '../Icon';

interface Props {
  tab: TabInfo;
  /** The tab of the vendor list; people may have renamed it, or deleted it. */
  vendors: string | undefined;
}

export function SsoTaxFacts({ tab, vendors }: Props): JSX.Element {
  const waiting = waitingWords(tab);
  return (
    <>
      {waiting !== '' && (
        <p class="tab-state incomplete">
          <Icon name="edit" />
          <span>{waiting}</span>
        </p>
      )}
      {vendors !== undefined && (
        <p class="hint">
          Vendors and their prices are in the tab “{vendors}”: add or correct them there, then refresh.
        </p>
      )}
    </>
  );
}
