/** How old a tab is, whether it is complete, what it shows, and what in it was not sent. */
import type { JSX } from 'preact';
import type { TabInfo } from '../../src/app/contract';
import { ageAndSizeWords, asOfWords, editWords, filterWords, modeWords } from '../words/tab';
import { Icon } from './Icon';
import { useNow } from './useNow';

export function TabState({ tab }: { tab: TabInfo }): JSX.Element {
  const now = useNow(20_000);
  const edits = editWords(tab);
  const filters = filterWords(tab);
  const mode = modeWords(tab);
  return (
    <>
      <p class={tab.complete ? 'tab-state' : 'tab-state incomplete'}>
        <Icon name={tab.complete ? 'check' : 'warning'} />
        <span>
          {tab.complete ? 'Complete' : 'Last refresh failed; shown'} {asOfWords(tab, now)}
          <br />
          {ageAndSizeWords(tab, now)}
        </span>
      </p>
      {filters !== '' && (
        <p class="tab-state">
          <Icon name="filter" />
          <span>{filters}</span>
        </p>
      )}
      {mode !== '' && (
        <p class="tab-state">
          <Icon name="copy" />
          <span>{mode}</span>
        </p>
      )}
      {edits.length > 0 && (
        <p class={tab.conflicts > 0 ? 'tab-state incomplete' : 'tab-state'}>
          <Icon name="edit" />
          <span>{edits.join('; ')}</span>
        </p>
      )}
    </>
  );
}
