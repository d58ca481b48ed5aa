/** Which records a tab shows: ideas to start from, the conditions that hold, and adding one. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FieldInfo, FilterIdea } from '../../../src/app/contract';
import { hasFilters, type Change, type Selection } from '../../state/selection';
import { ConditionCard } from './ConditionCard';
import { FieldChooser } from './FieldChooser';

interface Props {
  fields: readonly FieldInfo[];
  selection: Selection;
  ideas: readonly FilterIdea[];
  /** What a condition still lacks, by its id. */
  missing: ReadonlyMap<number, string>;
  change: (change: Change) => void;
}

export function FilterPanel({ fields, selection, ideas, missing, change }: Props): JSX.Element {
  const { conditions } = selection;
  const [adding, setAdding] = useState(false);
  const addButton = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const focusNext = useRef<'add button' | 'last condition' | null>(null);
  useLayoutEffect(() => {
    if (focusNext.current === 'add button') addButton.current?.focus();
    if (focusNext.current === 'last condition') {
      list.current?.querySelector<HTMLElement>('li:last-child select')?.focus();
    }
    focusNext.current = null;
  });
  const offered = ideas.filter(({ filters }) =>
    filters.every((filter) => fields.some(({ key }) => key === filter.field)),
  );
  const stopAdding = (): void => {
    focusNext.current = 'add button';
    setAdding(false);
  };
  return (
    <div class="filters">
      {offered.length > 0 && (
        <div class="ideas" role="group" aria-label="Ideas">
          {offered.map(({ label, filters }) => {
            const on = hasFilters(selection, filters, fields);
            return (
              <button
                key={label}
                type="button"
                class="chip"
                aria-pressed={on}
                onClick={() => change({ type: on ? 'remove filters' : 'add filters', filters, fields })}
              >
                {label}
              </button>
            );
          })}
        </div>
      )}
      <p class="hint">
        {conditions.length === 0
          ? 'All records are shown. Add a condition to show only some of them.'
          : 'Records are shown where every condition holds. Rows that drop out are treated like those of removed records: greyed and kept, unless the settings say to take them out.'}
      </p>
      <ul ref={list} class="conditions">
        {conditions.map((condition) => (
          <ConditionCard
            key={condition.id}
            condition={condition}
            field={fields.find(({ key }) => key === condition.field)}
            missing={missing.get(condition.id)}
            onChange={(changed) => change({ type: 'set condition', condition: changed })}
            onRemove={() => {
              focusNext.current = 'add button';
              change({ type: 'remove condition', id: condition.id });
            }}
          />
        ))}
      </ul>
      {adding ? (
        <FieldChooser
          fields={fields.filter(({ tests }) => tests.length > 0)}
          onChoose={(field) => {
            focusNext.current = 'last condition';
            setAdding(false);
            change({ type: 'add condition', field });
          }}
          onCancel={stopAdding}
        />
      ) : (
        <button ref={addButton} type="button" class="button small" onClick={() => setAdding(true)}>
          Add a condition
        </button>
      )}
    </div>
  );
}
