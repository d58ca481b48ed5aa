/** One field of a target: the column that fills it, or several, and what holds for rows without a value. */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { UploadFieldInfo, UploadMappingInfo } from '../../../src/app/upload/contract';
import { columnsOf, withColumns, withConstant, type UploadDraft } from '../../state/upload-draft';

interface Props {
  field: UploadFieldInfo;
  columns: UploadMappingInfo['columns'];
  /** Whether it must be filled and is not. */
  missing: boolean;
  draft: UploadDraft;
  onChange: (draft: UploadDraft, mapped: boolean) => void;
}

/** No name of a column begins with a line break. */
const CONSTANT = '\nconstant';

export function FieldColumns({ field, columns, missing, draft, onChange }: Props): JSX.Element {
  const { key, label, required, help, several } = field;
  const id = useId();
  const [adding, setAdding] = useState(false);
  const chosen = columnsOf(draft, key);
  const constant = draft.options.constants?.[key];
  const setColumn = (place: number, name: string): void => {
    const others = [...chosen.slice(0, place), ...(name === '' ? [] : [name]), ...chosen.slice(place + 1)];
    setAdding(false);
    onChange(withColumns(draft, key, [...new Set(others)]), true);
  };
  const first = (value: string): void => {
    if (value === CONSTANT) onChange(withConstant(withColumns(draft, key, []), key, ''), true);
    else if (chosen.length === 0) {
      onChange(withColumns(withConstant(draft, key, null), key, value === '' ? [] : [value]), true);
    } else setColumn(0, value);
  };
  const free = columns.filter(({ name }) => !chosen.includes(name));
  return (
    <div class="upload-field">
      <label for={id}>
        {label} {required && <span class="needed">needed</span>}
      </label>
      <select
        id={id}
        class="box"
        value={chosen[0] ?? (constant === undefined ? '' : CONSTANT)}
        aria-invalid={missing}
        aria-describedby={`${id}-help`}
        onChange={(event) => first(event.currentTarget.value)}
      >
        <option value="">{required ? 'Choose a column …' : 'Not filled'}</option>
        {columns.map((column) => (
          <ColumnOption key={column.name} {...column} />
        ))}
        <option value={CONSTANT}>The same for all rows …</option>
      </select>
      {[...chosen.slice(1), ...(adding ? [''] : [])].map((name, place) => (
        <select
          key={name}
          class="box"
          aria-label={`${label}, column ${place + 2}`}
          value={name}
          onChange={(event) => setColumn(place + 1, event.currentTarget.value)}
        >
          <option value="">{name === '' ? 'Choose a column …' : 'Take this one out'}</option>
          {columns
            .filter((column) => column.name === name || !chosen.includes(column.name))
            .map((column) => (
              <ColumnOption key={column.name} {...column} />
            ))}
        </select>
      ))}
      {several && chosen.length > 0 && free.length > 0 && !adding && (
        <button
          type="button"
          class="link"
          aria-label={`One more column for ${label}`}
          onClick={() => setAdding(true)}
        >
          One more column
        </button>
      )}
      {constant !== undefined && (
        <Constant
          field={field}
          label={chosen.length > 0 ? `${label}, where it is empty` : `${label}, for all rows`}
          text={constant}
          onType={(text) => onChange(withConstant(draft, key, text), false)}
        />
      )}
      <p class={missing ? 'problem' : 'hint'} id={`${id}-help`}>
        {missing ? 'No column was found for this. ' : ''}
        {help}
      </p>
    </div>
  );
}

function ColumnOption({ name, example }: UploadMappingInfo['columns'][number]): JSX.Element {
  return (
    <option value={name}>
      {name}
      {example !== '' && ` · ${example}`}
    </option>
  );
}

interface ConstantProps {
  field: UploadFieldInfo;
  label: string;
  text: string;
  onType: (text: string) => void;
}

function Constant({ field, label, text, onType }: ConstantProps): JSX.Element {
  if (field.choices) {
    return (
      <select
        class="box"
        aria-label={label}
        value={text}
        onChange={(event) => onType(event.currentTarget.value)}
      >
        <option value="">Choose …</option>
        {field.choices.map(({ value }) => (
          <option key={value} value={value}>
            {value}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      type="text"
      class="box"
      aria-label={label}
      placeholder="For all rows"
      value={text}
      autocomplete="off"
      onInput={(event) => onType(event.currentTarget.value)}
    />
  );
}
