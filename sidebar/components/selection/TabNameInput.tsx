/** The name of a tab that is to be made. */
import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface Props {
  name: string;
  problem: string | null;
  onName: (name: string) => void;
}

export function TabNameInput({ name, problem, onName }: Props): JSX.Element {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (problem !== null) input.current?.focus();
  }, [problem !== null]);
  return (
    <div class="tab-name">
      <label for={id}>Name of the new tab</label>
      <input
        ref={input}
        id={id}
        type="text"
        class="box"
        value={name}
        autocomplete="off"
        aria-invalid={problem !== null}
        aria-describedby={`${id}-help`}
        onInput={(event) => onName(event.currentTarget.value)}
      />
      {problem === null ? (
        <p class="hint" id={`${id}-help`}>
          It starts with the fields of the first tab; its own choice is kept with it.
        </p>
      ) : (
        <p class="problem" id={`${id}-help`} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
