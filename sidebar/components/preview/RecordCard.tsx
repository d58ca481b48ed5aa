/** One record of a plan: what it is called, what becomes of it, and its changes. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { PlanInfo, PlanItem } from '../../../src/app/contract';
import { keyOf, tickOver, turned, type Picks, type Ticked } from '../../state/picks';
import type { Card } from '../../state/plan-cards';
import { actionWords, lacksWords, placeInTabWords } from '../../words/plan';
import { Icon } from '../Icon';
import { ChangeRow } from './ChangeRow';
import { TickBox } from './TickBox';

export type ShowCell = (item: Pick<PlanItem, 'row' | 'id' | 'field' | 'label'>) => void;

interface Props {
  card: Card;
  plan: PlanInfo;
  picks: Picks;
  /** Labels of what it lacks to be created. */
  lacks: string | undefined;
  platform: string;
  onTick: (ticked: Ticked) => void;
  onShowCell: ShowCell;
}

export function RecordCard(props: Props): JSX.Element {
  const { card, plan, picks, lacks, platform, onTick, onShowCell } = props;
  const going = card.items.map((item) => (picks.has(keyOf(item)) ? '1' : '0')).join('');
  // Of 1,000 records a tick concerns one: the others are not built anew.
  return useMemo(() => {
    const { items, action, id, name, row } = card;
    const tick = tickOver(items, picks);
    const becomes = actionWords(action, plan);
    // A record that is deleted is one change, for which the tick of the record stands.
    const whole = items.length === 1 && items[0]?.field === '' && items[0].kind === 'change';
    return (
      <li class={`record ${action}`}>
        <div class="record-head">
          {tick ? (
            <TickBox
              tick={tick}
              label={action === 'delete' ? `Delete ${name}` : `Send ${name}`}
              onTurn={() => onTick(turned(items, picks))}
            />
          ) : (
            <span />
          )}
          <div>
            <h3>{name}</h3>
            <p class="hint">{placeInTabWords(card)}</p>
            {becomes !== '' && (
              <p class="becomes">
                <Icon name={action === 'delete' ? 'warning' : 'info'} />
                {becomes}
              </p>
            )}
            {whole && row > 0 && (
              <button
                type="button"
                class="link cell"
                aria-label={`Show the row of ${name}`}
                onClick={() => onShowCell({ row, id, field: '', label: name })}
              >
                Show the row
              </button>
            )}
            {lacks !== undefined && <p class="note">{lacksWords(lacks, plan)}</p>}
            {whole && items[0]?.message && <p class="note">{items[0].message}</p>}
          </div>
        </div>
        {!whole && (
          <ul class="changes">
            {items.map((item) => (
              <ChangeRow
                key={keyOf(item)}
                item={item}
                tick={tickOver([item], picks)}
                plan={plan}
                platform={platform}
                onTurn={() => onTick(turned([item], picks))}
                onShowCell={onShowCell}
              />
            ))}
          </ul>
        )}
      </li>
    );
  }, [card, going, lacks, plan, platform, onTick, onShowCell]);
}
