/** How wide the columns of a new report are: enough for what they usually hold, and for their headers. */
import type { TabOperation } from '../../ports/grid';
import type { Field, FieldType } from './field';

/** Pixels, by what a column holds. */
const WIDTHS: Partial<Record<FieldType, number>> = {
  id: 120,
  number: 80,
  money: 130,
  date: 95,
  dateTime: 140,
  boolean: 70,
  option: 130,
  person: 260,
  email: 260,
  url: 230,
  text: 170,
  longText: 260,
};
const OTHERS = 150;
/** Of a letter of a header, and of the mark of its note beside it. */
const LETTER = 7;
const MARK = 24;
/** The status says in its header as of when the tab is complete. */
const STATUS = 275;

/** For fields in the order of their columns from the first on, with the status behind them. `widths` are exceptions, by key. */
export function planWidths(
  fields: readonly Field[],
  widths: Readonly<Record<string, number>> = {},
): TabOperation[] {
  const all = [
    ...fields.map(({ key, type, label }) =>
      Math.max(widths[key] ?? WIDTHS[type] ?? OTHERS, label.length * LETTER + MARK),
    ),
    STATUS,
  ];
  return all.flatMap((width, index): TabOperation[] => {
    if (all[index - 1] === width) return [];
    const next = all.findIndex((other, place) => place > index && other !== width);
    return [{ kind: 'widths', column: index + 1, count: (next < 0 ? all.length : next) - index, width }];
  });
}
