/** Columns of a new report: room for what they hold, in as few calls as there are changes of width. */
import { planWidths } from '../../../../src/core/table/column-widths';
import { fieldOf } from './fields';

const widths = (...args: Parameters<typeof planWidths>): unknown[] =>
  planWidths(...args).map((operation) =>
    operation.kind === 'widths' ? [operation.column, operation.count, operation.width] : operation,
  );

test('go by what a column holds, its header and exceptions; neighbours of one width are one call', () => {
  const fields = [
    fieldOf({ key: 'id', type: 'id', label: 'ID' }),
    fieldOf({ key: 'one', label: 'One' }),
    fieldOf({ key: 'two', label: 'Two' }),
    fieldOf({ key: 'count', type: 'number', label: 'How many of them there are' }),
    fieldOf({ key: 'why', label: 'Why' }),
  ];
  expect(widths(fields, { id: 70, why: 275 })).toEqual([
    [1, 1, 70],
    [2, 2, 170],
    [4, 1, 206],
    // The status behind them is as wide.
    [5, 2, 275],
  ]);
});
