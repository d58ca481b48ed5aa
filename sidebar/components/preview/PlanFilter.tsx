/** Narrows the changes of a plan down, and ticks all that are listed. */
import type { JSX } from 'preact';
import type { PlanInfo } from '../../../src/app/contract';
import { tickOver, turned, type Picks, type Ticked } from '../../state/picks';
import type { Card, Narrowing, Shown } from '../../state/plan-cards';
import { allWords } from '../../words/plan';
import { formatCount } from '../../words/count';
import { SearchBox } from '../SearchBox';
import { TickBox } from './TickBox';

interface Props {
  plan: PlanInfo;
  narrowing: Narrowing;
  /** What it leaves. */
  listed: readonly Card[];
  picks: Picks;
  onNarrow: (narrowing: Narrowing) => void;
  onTick: (ticked: Ticked) => void;
}

export function PlanFilter({ plan, narrowing, listed, picks, onNarrow, onTick }: Props): JSX.Element {
  const { cells, conflicts, problems } = plan.counts;
  const chips: readonly (readonly [Shown, string, number])[] = [
    ['all', 'All', cells + conflicts + problems],
    ['conflict', 'Conflicts', conflicts],
    ['problem', 'Problems', problems],
  ];
  const offered = chips.filter(([, , count]) => count > 0);
  const items = listed.flatMap((card) => card.items);
  const tick = tickOver(items, picks);
  return (
    <div class="plan-filter">
      <SearchBox
        label="Find a change"
        placeholder="Record, field or value"
        query={narrowing.query}
        onQuery={(query) => onNarrow({ ...narrowing, query })}
      />
      {offered.length > 1 && (
        <div class="ideas" role="group" aria-label="Which changes are listed">
          {offered.map(([shown, title, count]) => (
            <button
              key={shown}
              type="button"
              class="chip"
              aria-pressed={narrowing.shown === shown}
              onClick={() => onNarrow({ ...narrowing, shown })}
            >
              {title} {formatCount(count)}
            </button>
          ))}
        </div>
      )}
      {items.length === 0 && (
        <p class="hint" role="status">
          {narrowing.query.trim() === '' ? 'None.' : `No change fits “${narrowing.query.trim()}”.`}
        </p>
      )}
      {tick && (
        <label class="choice tick-all">
          <TickBox tick={tick} onTurn={() => onTick(turned(items, picks))} />
          {allWords(items, narrowing.query.trim() !== '')}
        </label>
      )}
    </div>
  );
}
