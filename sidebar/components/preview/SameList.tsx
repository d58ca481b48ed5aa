/** Edits that say what the platform says already: counted, and listed for those who want to see them. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PlanItem } from '../../../src/app/contract';
import { keyOf } from '../../state/picks';
import { sameWords } from '../../words/plan';
import { valueWords } from '../../words/value';
import type { ShowCell } from './RecordCard';
import { useGrowing } from './useGrowing';

interface Props {
  items: readonly PlanItem[];
  platform: string;
  onShowCell: ShowCell;
}

const AT_ONCE = 100;

export function SameList({ items, platform, onShowCell }: Props): JSX.Element | null {
  const [open, setOpen] = useState(false);
  const same = items.filter(({ kind }) => kind === 'same');
  const { shown, grow, end } = useGrowing(open ? same.length : 0, AT_ONCE);
  if (same.length === 0) return null;
  return (
    <details class="same" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{sameWords(same.length, platform)}: nothing is sent for them</summary>
      <ul>
        {same.slice(0, shown).map((item) => (
          <li key={keyOf(item)}>
            <button type="button" class="cell" title="Show the cell" onClick={() => onShowCell(item)}>
              {item.name} · {item.label}: {valueWords(item.to) || <span class="empty">empty</span>}
            </button>
          </li>
        ))}
      </ul>
      {shown < same.length && open && (
        <button ref={end} type="button" class="link" onClick={grow}>
          Show more
        </button>
      )}
    </details>
  );
}
