/** Where the values of a condition are ticked or typed, in the way that its field and test ask for. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { FieldInfo } from '../../../src/app/contract';
import { editorOf, type Condition, type Editor } from '../../state/condition';
import { promptWords } from '../../words/condition';
import { OptionTicks } from './OptionTicks';

interface Props {
  condition: Condition;
  field: FieldInfo;
  /** Id of the words that say what is missing; absent where nothing is. */
  problem: string | undefined;
  onChange: (condition: Condition) => void;
}

export function ValueEditor({ condition, field, problem, onChange }: Props): JSX.Element | null {
  const id = useId();
  const editor = editorOf(field, condition.test);
  if (editor === 'nothing') return null;
  const prompt = promptWords(editor);
  const shared = {
    id,
    value: condition.typed,
    'aria-invalid': problem !== undefined,
    ...(problem === undefined ? {} : { 'aria-describedby': problem }),
    onInput: (event: { currentTarget: { value: string } }) =>
      onChange({ ...condition, typed: event.currentTarget.value }),
  };
  if (editor === 'options') {
    return (
      <OptionTicks
        legend={prompt}
        options={field.options ?? []}
        ticked={condition.ticked}
        problem={problem}
        onTick={(ticked) => onChange({ ...condition, ticked })}
      />
    );
  }
  return (
    <div>
      <label for={id} class="prompt">
        {prompt}
      </label>
      {editor === 'lines' || editor === 'addresses' ? (
        <textarea class="box" rows={editor === 'lines' ? 3 : 2} spellcheck={false} {...shared} />
      ) : (
        <input class="box" autocomplete="off" {...INPUTS[editor]} {...shared} />
      )}
    </div>
  );
}

type TypedEditor = Exclude<Editor, 'nothing' | 'options' | 'lines' | 'addresses'>;

const INPUTS = {
  text: { type: 'text' },
  amount: { type: 'number', step: 'any' },
  day: { type: 'date' },
  days: { type: 'number', min: 0, step: 1 },
} as const satisfies Record<TypedEditor, object>;
