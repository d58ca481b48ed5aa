/** One run that is over. */
import type { JSX } from 'preact';
import type { ActivityInfo } from '../../src/app/contract';
import { countsWords, effortWords, ranWords } from '../words/activity';
import { Icon, type IconName } from './Icon';
import { useNow } from './useNow';

const ICONS: Readonly<Record<ActivityInfo['end'], IconName>> = {
  done: 'check',
  failed: 'warning',
  stopped: 'info',
};

export function ActivityEntry({ run }: { run: ActivityInfo }): JSX.Element {
  const now = useNow(20_000);
  const counts = countsWords(run);
  return (
    <li class={`activity-entry ${run.end}`}>
      <Icon name={ICONS[run.end]} />
      <div>
        <h3>
          {run.action} {run.tab}
        </h3>
        <p class="hint">{ranWords(run, now)}</p>
        {counts && <p>{counts}</p>}
        {run.outcome !== 'Done.' && <p class={run.end === 'done' ? 'hint' : ''}>{run.outcome}</p>}
        <p class="hint">{effortWords(run)}</p>
      </div>
    </li>
  );
}
