/** Choosing fields: the chosen ones in their order, and below them those to add, with a search over all. */
import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FieldInfo } from '../../../src/app/contract';
import { found, usualKeys } from '../../state/field-list';
import type { Change } from '../../state/selection';
import { addedWords, movedWords, takenOutWords } from '../../words/field';
import { SearchBox } from '../SearchBox';
import { ChosenFields } from './ChosenFields';
import { FieldsToAdd } from './FieldsToAdd';

interface Props {
  fields: readonly FieldInfo[];
  /** Keys in order. */
  chosen: readonly string[];
  change: (change: Change) => void;
}

export function FieldPicker({ fields, chosen, change }: Props): JSX.Element {
  const [query, setQuery] = useState('');
  const [said, say] = useState('');
  const root = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const focusNext = useRef<(() => void) | null>(null);
  // Whatever had the focus may just have gone, or been taken to another place.
  useLayoutEffect(() => {
    focusNext.current?.();
    focusNext.current = null;
  });

  const byKey = useMemo(() => new Map(fields.map((field) => [field.key, field])), [fields]);
  const shown = useMemo(
    () => ({
      chosen: found(
        chosen.flatMap((key) => byKey.get(key) ?? []),
        query,
      ),
      more: found(
        fields.filter(({ key }) => !chosen.includes(key)),
        query,
      ),
    }),
    [chosen, query, fields],
  );
  const builtIn = shown.more.filter(({ custom }) => !custom);
  const own = shown.more.filter(({ custom }) => custom);
  const usual = usualKeys(fields);
  const nothing = shown.chosen.length + shown.more.length === 0;

  /** The focus goes on to the next field of the same list, so that several can be ticked in a row. */
  const goOn = (list: readonly FieldInfo[], key: string): void => {
    const at = list.findIndex((field) => field.key === key);
    const next = (list[at + 1] ?? list[at - 1])?.key;
    focusNext.current = () => {
      const ticks = root.current?.querySelectorAll<HTMLInputElement>('input[data-field]') ?? [];
      const tick = [...ticks].find(({ dataset }) => dataset['field'] === next);
      (tick ?? search.current)?.focus({ preventScroll: true });
    };
  };
  const add = (list: readonly FieldInfo[], { key, label }: FieldInfo): void => {
    goOn(list, key);
    change({ type: 'add field', key });
    say(addedWords(label, chosen.length + 1));
  };
  const takeOut = ({ key, label }: FieldInfo): void => {
    goOn(shown.chosen, key);
    change({ type: 'take out field', key });
    say(takenOutWords(label, chosen.length - 1));
  };
  const move = ({ key, label }: FieldInfo, to: number): void => {
    const place = Math.max(1, Math.min(to, chosen.length - 1));
    const focused = document.activeElement;
    focusNext.current = () => focused instanceof HTMLElement && focused.focus();
    change({ type: 'move field', key, to: place });
    say(movedWords(label, place, chosen.length));
  };

  return (
    <div ref={root} class="fields">
      <p class="unseen" role="status">
        {said}
      </p>
      <SearchBox
        inputRef={search}
        label="Find a field"
        placeholder="Name, key or meaning"
        query={query}
        onQuery={setQuery}
      />
      {nothing ? (
        <p class="hint" role="status">
          No field fits “{query.trim()}”.
        </p>
      ) : (
        <div class="heading">
          <h3>Chosen</h3>
          {chosen.join('\n') !== usual.join('\n') && (
            <button
              type="button"
              class="link"
              onClick={() => {
                change({ type: 'set fields', keys: usual });
                say('The usual fields are chosen.');
                search.current?.focus();
              }}
            >
              Usual fields
            </button>
          )}
        </div>
      )}
      {shown.chosen.length === 0 && !nothing && <p class="hint">None of the chosen fields fits.</p>}
      <ChosenFields fields={shown.chosen} fixed={query.trim() !== ''} onTakeOut={takeOut} onMove={move} />
      <FieldsToAdd title="More fields" fields={builtIn} onAdd={(field) => add(builtIn, field)} />
      <FieldsToAdd title="Your organisation’s own fields" fields={own} onAdd={(field) => add(own, field)} />
    </div>
  );
}
