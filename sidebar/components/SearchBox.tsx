/** A box to narrow a list down, with a label. */
import type { JSX, Ref } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  label: string;
  query: string;
  onQuery: (query: string) => void;
  placeholder?: string;
  inputRef?: Ref<HTMLInputElement | null>;
}

export function SearchBox({ label, query, onQuery, placeholder, inputRef }: Props): JSX.Element {
  const id = useId();
  return (
    <div class="search">
      <label for={id}>{label}</label>
      <input
        ref={inputRef ?? null}
        id={id}
        type="search"
        class="box"
        value={query}
        placeholder={placeholder ?? ''}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onQuery(event.currentTarget.value)}
      />
    </div>
  );
}
