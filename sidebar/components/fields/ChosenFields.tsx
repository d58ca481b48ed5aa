/** The chosen fields in the order of their columns: to be dragged or moved by keys, and to be taken out. */
import type { JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';
import type { FieldInfo } from '../../../src/app/contract';
import { Icon } from '../Icon';
import { FieldRow } from './FieldRow';
import { useDragOrder, type Drag } from './useDragOrder';

interface Props {
  fields: readonly FieldInfo[];
  /** While the list is narrowed down by a search, its order says nothing about places. */
  fixed: boolean;
  onTakeOut: (field: FieldInfo) => void;
  /** `to` from 0. */
  onMove: (field: FieldInfo, to: number) => void;
}

export function ChosenFields({ fields, fixed, onTakeOut, onMove }: Props): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  const { drag, start } = useDragOrder(list, 1, (from, to) => {
    const field = fields[from];
    if (field) onMove(field, to);
  });
  const keys = (event: KeyboardEvent, field: FieldInfo, place: number, onGrip: boolean): void => {
    if (field.identity || fixed || !(onGrip || event.altKey)) return;
    const to = { ArrowUp: place - 1, ArrowDown: place + 1, Home: 1, End: fields.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(field, to);
  };
  return (
    <>
      {!fixed && (
        <p class="unseen" id={id}>
          Press the up or down arrow to move the column.
        </p>
      )}
      <ul ref={list} class={drag ? 'field-list dragging' : 'field-list'}>
        {fields.map((field, place) => (
          <FieldRow
            key={field.key}
            field={field}
            chosen
            className={dropClass(drag, place, fields.length)}
            onTick={() => onTakeOut(field)}
            onKeyDown={(event) => keys(event, field, place, false)}
            grip={
              fixed || field.identity ? (
                <span class="grip" />
              ) : (
                <button
                  type="button"
                  class="grip"
                  aria-label={`Move ${field.label}`}
                  aria-describedby={id}
                  onPointerDown={(event) => start(event, place)}
                  onKeyDown={(event) => keys(event, field, place, true)}
                >
                  <Icon name="grip" />
                </button>
              )
            }
            {...(fixed || field.identity
              ? {}
              : {
                  onUp: place > 1 ? () => onMove(field, place - 1) : undefined,
                  onDown: place < fields.length - 1 ? () => onMove(field, place + 1) : undefined,
                })}
          />
        ))}
      </ul>
    </>
  );
}

/** A line where the dragged row would go. */
function dropClass(drag: Drag | null, place: number, count: number): string {
  if (!drag) return '';
  if (drag.from === place) return 'dragged';
  if (drag.gap === drag.from || drag.gap === drag.from + 1) return '';
  if (drag.gap === place) return 'drop-above';
  return drag.gap === count && place === count - 1 ? 'drop-below' : '';
}
