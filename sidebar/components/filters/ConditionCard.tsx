/** One condition: its field, its test in words, and the values to compare with. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { FieldInfo } from '../../../src/app/contract';
import type { FilterTest } from '../../../src/core/filter/filter';
import { FIELD_GONE, withTest, type Condition } from '../../state/condition';
import { Icon } from '../Icon';
import { ValueEditor } from './ValueEditor';

interface Props {
  condition: Condition;
  /** Absent where the platform does not offer the field any more. */
  field: FieldInfo | undefined;
  missing: string | undefined;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}

export function ConditionCard({ condition, field, missing, onChange, onRemove }: Props): JSX.Element {
  const id = useId();
  const label = field?.label ?? condition.field;
  return (
    <li
      class="condition"
      aria-labelledby={`${id}-field`}
      {...(missing === undefined ? {} : { 'data-missing': '' })}
    >
      <div class="card-head">
        <h4 id={`${id}-field`}>{label}</h4>
        <button
          type="button"
          class="close"
          aria-label={`Remove the condition on ${label}`}
          onClick={onRemove}
        >
          <Icon name="close" />
        </button>
      </div>
      {field ? (
        <>
          <select
            class="box"
            aria-label={`Test for ${label}`}
            aria-describedby={`${id}-problem`}
            value={condition.test}
            // Only the field's own tests are among the options.
            onChange={(event) =>
              onChange(withTest(condition, event.currentTarget.value as FilterTest, field))
            }
          >
            {testsOf(field, condition).map((test) => (
              <option key={test} value={test}>
                {field.testWords[test] ?? 'as it was saved'}
              </option>
            ))}
          </select>
          <ValueEditor
            condition={condition}
            field={field}
            problem={missing === undefined ? undefined : `${id}-problem`}
            onChange={onChange}
          />
          <p class={missing === undefined ? 'unseen' : 'problem'} id={`${id}-problem`}>
            {missing}
          </p>
        </>
      ) : (
        <p class="problem">{FIELD_GONE}</p>
      )}
    </li>
  );
}

/** A saved condition may have a test that the field does not offer any more. */
function testsOf({ tests }: FieldInfo, { test }: Condition): readonly FilterTest[] {
  return tests.includes(test) ? tests : [test, ...tests];
}
