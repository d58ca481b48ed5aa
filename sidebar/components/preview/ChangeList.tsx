/** The changes of a plan by record: a part at first, more as a person comes to its end, and arrow keys to go through it. */
import type { JSX } from 'preact';
import type { PlanInfo } from '../../../src/app/contract';
import type { Picks, Ticked } from '../../state/picks';
import type { Card } from '../../state/plan-cards';
import { moreWords } from '../../words/plan';
import { RecordCard, type ShowCell } from './RecordCard';
import { useGrowing } from './useGrowing';

interface Props {
  cards: readonly Card[];
  plan: PlanInfo;
  picks: Picks;
  /** By id, what records lack to be created. */
  lacking: ReadonlyMap<string, readonly string[]>;
  platform: string;
  onTick: (ticked: Ticked) => void;
  onShowCell: ShowCell;
}

const AT_ONCE = 40;

export function ChangeList(props: Props): JSX.Element {
  const { cards, plan, picks, lacking, platform, onTick, onShowCell } = props;
  const { shown, grow, end } = useGrowing(cards.length, AT_ONCE);
  return (
    <>
      <ul class="records" onKeyDown={goByArrow}>
        {cards.slice(0, shown).map((card) => (
          <RecordCard
            key={card.key}
            card={card}
            plan={plan}
            picks={picks}
            lacks={lacking.get(card.id)?.join(', ')}
            platform={platform}
            onTick={onTick}
            onShowCell={onShowCell}
          />
        ))}
      </ul>
      {shown < cards.length && (
        <button ref={end} type="button" class="button small" onClick={grow}>
          {moreWords(shown, cards.length, plan)}
        </button>
      )}
    </>
  );
}

/** Up and down from tick to tick, and from cell to cell. */
function goByArrow(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const { target, currentTarget } = event;
  if (step === undefined || !(target instanceof HTMLElement)) return;
  const kind = ['.tick', '.cell'].find((one) => target.matches(one));
  if (kind === undefined) return;
  event.preventDefault();
  const all = [...currentTarget.querySelectorAll<HTMLElement>(kind)];
  all[all.indexOf(target) + step]?.focus();
}
