/** Which number of a date comes first, where dates can be read in two ways. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { DayOrder } from '../../../src/core/upload/choices';
import { withOptions, type UploadDraft } from '../../state/upload-draft';

interface Props {
  draft: UploadDraft;
  onChange: (draft: UploadDraft) => void;
}

const ORDERS: readonly { readonly order: DayOrder; readonly title: string }[] = [
  { order: 'dmy', title: 'day first: 3 April' },
  { order: 'mdy', title: 'month first: March 4' },
  { order: 'ymd', title: 'year first: 2026-04-03' },
];

export function DayOrderChoice({ draft, onChange }: Props): JSX.Element {
  const id = useId();
  const choose = (value: string): void => {
    const { dayOrder: _before, ...options } = draft.options;
    const order = ORDERS.find((one) => one.order === value)?.order;
    onChange(withOptions({ ...draft, options }, order ? { dayOrder: order } : {}));
  };
  return (
    <div>
      <label for={id}>Dates such as 3/4/2026 are</label>
      <select
        id={id}
        class="box"
        value={draft.options.dayOrder ?? ''}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="">as this file’s settings say</option>
        {ORDERS.map(({ order, title }) => (
          <option key={order} value={order}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}
