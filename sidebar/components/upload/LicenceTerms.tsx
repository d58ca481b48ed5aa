/** The licences that a tab names: what each is called, what it costs for a user, and how many seats nobody has. */
import type { JSX } from 'preact';
import type { UploadFieldInfo, UploadMappingInfo, UploadTargetInfo } from '../../../src/app/upload/contract';
import { becomesOf, columnsOf, withLicence, withWord, type UploadDraft } from '../../state/upload-draft';
import { countOf } from '../../words/count';

interface Props {
  field: UploadFieldInfo;
  words: UploadMappingInfo['words'][string];
  target: UploadTargetInfo;
  draft: UploadDraft;
  onChange: (draft: UploadDraft) => void;
}

/** Fields of which a column says the same for every row. */
const TERMS = [
  { part: 'price', field: 'pricePerUser', label: 'Price per user', step: 0.01 },
  { part: 'unassigned', field: 'unassignedAmount', label: 'Free seats', step: 1 },
] as const;

export function LicenceTerms({ field, words, target, draft, onChange }: Props): JSX.Element {
  const terms = TERMS.filter(
    (term) =>
      target.fields.some(({ key }) => key === term.field) && columnsOf(draft, term.field).length === 0,
  );
  const names = [...new Set(words.map((one) => becomesOf(draft, field.key, one) ?? ''))].filter(
    (name) => name !== '',
  );
  return (
    <>
      <fieldset class="choices">
        <legend>{field.label}</legend>
        {words.map((one) => (
          <label key={one.word} class="licence-word">
            {one.word} <span class="hint">· {countOf(one.rows, 'rows')} · called</span>
            <input
              type="text"
              class="box"
              aria-label={`${field.label}: ${one.word} is called`}
              value={becomesOf(draft, field.key, one) ?? ''}
              placeholder="No licence"
              autocomplete="off"
              onChange={(event) =>
                onChange(withWord(draft, field.key, one.word, event.currentTarget.value.trim()))
              }
            />
          </label>
        ))}
      </fieldset>
      {terms.length > 0 && (
        <table class="words">
          <caption>What they cost</caption>
          <thead>
            <tr>
              <th scope="col">Licence</th>
              {terms.map(({ part, label }) => (
                <th key={part} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {terms.map(({ part, label, step }) => (
                  <td key={part}>
                    <input
                      type="number"
                      class="box"
                      min={0}
                      step={step}
                      aria-label={`${label}: ${name}`}
                      value={draft.options.licences?.[name]?.[part] ?? ''}
                      onChange={({ currentTarget }) =>
                        onChange(withLicence(draft, name, part, numberOf(currentTarget)))
                      }
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function numberOf({ value, valueAsNumber }: HTMLInputElement): number | null {
  return value === '' || Number.isNaN(valueAsNumber) ? null : valueAsNumber;
}
