/** One change of a record: its tick, what the cell says and what was there, and what to know or to mend. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PlanInfo, PlanItem } from '../../../src/app/contract';
import type { Tick } from '../../state/picks';
import { conflictWords, tickWords } from '../../words/plan';
import { isLong, valueWords } from '../../words/value';
import { Icon } from '../Icon';
import type { ShowCell } from './RecordCard';
import { TickBox } from './TickBox';
import { Values } from './Values';

interface Props {
  item: PlanItem;
  /** Null for one that cannot be sent. */
  tick: Tick | null;
  plan: Pick<PlanInfo, 'purpose'>;
  platform: string;
  onTurn: () => void;
  onShowCell: ShowCell;
}

export function ChangeRow({ item, tick, plan, platform, onTurn, onShowCell }: Props): JSX.Element {
  const [open, setOpen] = useState(false);
  const { kind, label, message, from, to, live = '' } = item;
  const long = [from, to, live].some((value) => isLong(valueWords(value)));
  return (
    <li class={`change ${kind}`}>
      {tick ? <TickBox tick={tick} label={tickWords(item)} onTurn={onTurn} /> : <Icon name="warning" />}
      <div>
        <button type="button" class="cell" title="Show the cell" onClick={() => onShowCell(item)}>
          <span class="field-label">{label}</span>
          <Values item={item} purpose={plan.purpose} platform={platform} open={open} />
        </button>
        {long && (
          <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? 'Show less' : 'Show all'}
          </button>
        )}
        {kind === 'conflict' ? (
          <p class="note">{conflictWords(item, platform)}</p>
        ) : (
          message && <p class={kind === 'problem' ? 'problem' : 'note'}>{message}</p>
        )}
      </div>
    </li>
  );
}
