/** Writing the note of a cell. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { cellName } from '../grid/names';
import { DialogBox } from './DialogBox';

interface Props {
  row: number;
  column: number;
  text: string;
  onSave: (text: string) => void;
  onCancel: () => void;
}

export function NoteEditor({ row, column, text, onSave, onCancel }: Props): JSX.Element {
  const [draft, setDraft] = useState(text);
  return (
    <DialogBox title={`Note of ${cellName(row, column)}`} onClose={onCancel}>
      <textarea
        rows={6}
        aria-label="Note"
        value={draft}
        onInput={(event) => setDraft(event.currentTarget.value)}
      />
      <p class="buttons">
        <button type="button" class="outlined" onClick={onCancel}>
          Cancel
        </button>
        <button type="button" class="filled" onClick={() => onSave(draft)}>
          Save
        </button>
      </p>
    </DialogBox>
  );
}
