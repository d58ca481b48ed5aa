/** The values of one change: before and after; of a conflict also what is there now; of a problem what the cell says. */
import type { JSX } from 'preact';
import type { PlanInfo, PlanItem } from '../../../src/app/contract';
import { sidesWords } from '../../words/plan';
import { isLong, valueWords } from '../../words/value';

interface Props {
  item: PlanItem;
  purpose: PlanInfo['purpose'];
  platform: string;
  /** Whether long text is shown to its end. */
  open: boolean;
}

export function Values({ item, purpose, platform, open }: Props): JSX.Element | null {
  const { kind, action, field, from, to, live } = item;
  const value = (shown: PlanItem['to']): JSX.Element => <Value value={shown} open={open} />;
  if (field === '') return null;
  if (kind === 'conflict') {
    const [was, wanted] = sidesWords(purpose);
    return (
      <span class="three">
        <span class="side">{was}</span> {value(from)}
        <span class="side">{wanted}</span> {value(to)}
        {live !== undefined && (
          <>
            <span class="side">In {platform} now</span> {value(live)}
          </>
        )}
      </span>
    );
  }
  // Of what is new, nothing was there before.
  if (action === 'create' || kind === 'problem') return <span class="after alone">{value(to)}</span>;
  return (
    <span class="two">
      <span class="before">{value(from)}</span> <span aria-hidden="true">→</span>
      <span class="unseen"> becomes </span> <span class="after">{value(to)}</span>
    </span>
  );
}

function Value({ value, open }: { value: PlanItem['to']; open: boolean }): JSX.Element {
  if (value === '') return <span class="empty">empty</span>;
  const words = valueWords(value);
  return <span class={isLong(words) && !open ? 'value cut' : 'value'}>{words}</span>;
}
