/** Finding the field that a new condition is about. */
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FieldInfo } from '../../../src/app/contract';
import { found } from '../../state/field-list';
import { typeWords } from '../../words/field';
import { SearchBox } from '../SearchBox';

interface Props {
  fields: readonly FieldInfo[];
  onChoose: (field: FieldInfo) => void;
  onCancel: () => void;
}

export function FieldChooser({ fields, onChoose, onCancel }: Props): JSX.Element {
  const [query, setQuery] = useState('');
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => search.current?.focus(), []);
  const hits = useMemo(() => found(fields, query), [fields, query]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onCancel();
    if (event.key !== 'Enter' || event.target !== search.current) return;
    const [only, ...others] = hits;
    if (only && others.length === 0) onChoose(only);
  };
  return (
    <div class="field-chooser" role="group" aria-label="A new condition" onKeyDown={onKeyDown}>
      <SearchBox inputRef={search} label="On which field?" query={query} onQuery={setQuery} />
      {hits.length === 0 && (
        <p class="hint" role="status">
          No field fits “{query.trim()}”.
        </p>
      )}
      <ul class="field-hits">
        {hits.map((field) => (
          <li key={field.key}>
            <button type="button" onClick={() => onChoose(field)}>
              {field.label} <span class="hint">{typeWords(field.type)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p>
        <button type="button" class="link" onClick={onCancel}>
          Cancel
        </button>
      </p>
    </div>
  );
}
