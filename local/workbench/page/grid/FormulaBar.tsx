/** The name of the chosen cell, and what is in it, to be read and changed. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { cellName } from './names';

interface Props {
  row: number;
  column: number;
  /** What the cell holds, as a person would type it. */
  text: string;
  onType: (text: string) => void;
}

export function FormulaBar({ row, column, text, onType }: Props): JSX.Element {
  const [draft, setDraft] = useState<string | null>(null);
  useEffect(() => setDraft(null), [row, column]);
  const finish = (): void => {
    if (draft !== null && draft !== text) onType(draft);
    setDraft(null);
  };
  return (
    <div class="formula-bar">
      <output class="cell-name" aria-label="Cell">
        {cellName(row, column)}
      </output>
      <span class="fx" aria-hidden="true">
        fx
      </span>
      <input
        type="text"
        aria-label="What the cell holds"
        spellcheck={false}
        value={draft ?? text}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setDraft(null);
        }}
      />
    </div>
  );
}
