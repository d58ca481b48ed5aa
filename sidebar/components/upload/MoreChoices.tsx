/** Choices that are seldom changed: the kind of export, rows of the same record, rows with errors, and the order of dates. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { UploadMappingInfo, UploadTargetInfo } from '../../../src/app/upload/contract';
import { withOptions, type UploadDraft } from '../../state/upload-draft';
import { RadioChoice, type Choice } from '../RadioChoice';
import { DayOrderChoice } from './DayOrderChoice';
import { Fold } from './Fold';

interface Props {
  info: UploadMappingInfo;
  target: UploadTargetInfo;
  draft: UploadDraft;
  onChange: (draft: UploadDraft) => void;
  /** Reads the tab anew, as that template says. */
  onTemplate: (template: string) => void;
}

/** The one target that can be told how to read the file. */
const EXPENSES = 'torii.expenses';
const DATES = ['day', 'moment'];

const DUPLICATES: readonly Choice<'merge' | 'refuse'>[] = [
  { value: 'merge', title: 'Put them together', help: 'One record of all its rows; the check says which.' },
  { value: 'refuse', title: 'Call them an error', help: 'For lists in which everybody should be once.' },
];
const PARSING: readonly Choice<'automatic' | 'manual'>[] = [
  { value: 'automatic', title: 'By itself', help: 'Torii finds the columns in the file.' },
  {
    value: 'manual',
    title: 'As it is told',
    help: 'Torii is told which column is what, and how dates are written.',
  },
];

export function MoreChoices({ info, target, draft, onChange, onTemplate }: Props): JSX.Element {
  const id = useId();
  const { options } = draft;
  const { description } = target.templates.find((one) => one.template === info.template) ?? {};
  return (
    <Fold summary="More choices">
      <div>
        <label for={id}>Read it as</label>
        <select
          id={id}
          class="box"
          value={info.template}
          onChange={(event) => onTemplate(event.currentTarget.value)}
        >
          {target.templates.map(({ template, title }) => (
            <option key={template} value={template}>
              {title}
            </option>
          ))}
        </select>
        {description !== undefined && <p class="hint">{description}</p>}
      </div>
      <RadioChoice
        legend="Rows of the same record"
        choices={DUPLICATES}
        chosen={options.duplicates ?? 'merge'}
        onChoose={(duplicates) => onChange(withOptions(draft, { duplicates }))}
      />
      <label class="choice">
        <input
          type="checkbox"
          checked={options.leaveOut === true}
          onChange={(event) => onChange(withOptions(draft, { leaveOut: event.currentTarget.checked }))}
        />
        Leave out rows with errors
      </label>
      {target.fields.some(({ type }) => DATES.includes(type)) && (
        <DayOrderChoice draft={draft} onChange={onChange} />
      )}
      {target.target === EXPENSES && (
        <RadioChoice
          legend="How Torii reads the file"
          choices={PARSING}
          chosen={options.parsing ?? 'automatic'}
          onChoose={(parsing) => onChange(withOptions(draft, { parsing }))}
        />
      )}
    </Fold>
  );
}
