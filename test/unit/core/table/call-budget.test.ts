/** What the budget says, counted as the executor makes its calls. */
import type { Field } from '../../../../src/core/table/field';
import type { TableInput } from '../../../../src/core/table/table-plan';
import { DeskOfOne } from './desk-of-one';
import { fieldOf } from './fields';

const ROWS = 400;

/** To open the file, make both tabs and flush. */
const MAKING = 9;
/** To open the file, read both tabs and flush. */
const READING = 14;

const TYPES = ['text', 'number', 'money', 'boolean', 'date', 'dateTime', 'option'] as const;

/** 36 columns with Status, a currency among what the records hold. */
const FIELDS: readonly Field[] = [
  fieldOf({ key: 'id', label: 'ID', type: 'id' }),
  ...Array.from({ length: 34 }, (_, index) => {
    const type = TYPES[index % TYPES.length]!;
    return fieldOf({
      key: `f${index}`,
      label: `Field ${index}`,
      type,
      writable: index % 2 === 0,
      ...(type === 'money' ? { currencyField: 'currency' } : {}),
    });
  }),
];

function value(index: number, row: number): unknown {
  const values = [`text ${row}`, row, row * 100, row % 2 === 0, '2026-01-01', '2026-01-01T10:00:00Z', 'Yes'];
  return values[index % TYPES.length];
}

function record(id: number): Record<string, unknown> {
  return Object.fromEntries([
    ['id', id],
    ['currency', ['EUR', 'USD', 'JPY'][id % 3]],
    ...Array.from({ length: 34 }, (_, index) => [`f${index}`, value(index, id)]),
  ]) as Record<string, unknown>;
}

/** A tab that was pulled, its counts set back; `own` people's columns stand between ours. */
function pulled(own: number): DeskOfOne {
  const desk = new DeskOfOne();
  desk.fields = FIELDS;
  for (let id = 1; id <= ROWS; id += 1) desk.put(record(id));
  desk.sheet.sizeKnown = desk.hidden.sizeKnown = true;
  desk.refresh();
  desk.sheet.sizeKnown = desk.hidden.sizeKnown = false;
  for (let n = 0; n < own; n += 1) {
    desk.insertColumn(4 + n * 5, ['Mine', ...Array.from({ length: ROWS }, (_, row) => `=A${row + 2}*2`)]);
  }
  return desk;
}

const callsOf = ({ sheet, hidden }: DeskOfOne): number => sheet.calls + hidden.calls;

/** Calls of a refresh after `change`. */
function refreshCalls(
  own: number,
  change: (desk: DeskOfOne) => void,
  more: Partial<TableInput> = {},
): number {
  const desk = pulled(own);
  change(desk);
  desk.now += 3_600_000;
  const before = callsOf(desk);
  desk.refresh(more);
  expect(desk.plan(more).statusOnly).toBe(true);
  return READING + callsOf(desk) - before;
}

/** Changes all over the tab, in every column but the key. */
function scatter(desk: DeskOfOne): void {
  for (let n = 0; n < 200; n += 1) {
    const id = 1 + ((n * 37) % ROWS);
    const index = n % 34;
    const type = TYPES[index % TYPES.length];
    if (type !== 'date' && type !== 'dateTime') desk.put({ id, [`f${index}`]: value(index, id + 1) });
  }
}

it('24 calls make a tab of 36 columns', () => {
  expect(MAKING + callsOf(pulled(0))).toBeLessThanOrEqual(24);
});

it('19 calls suffice when nothing changed', () => {
  expect(refreshCalls(3, () => undefined)).toBe(19);
});

it.each([
  [0, 25],
  [1, 25],
  [2, 25],
  [3, 27],
  [5, 31],
])('with %i columns of people’s in between, scattered changes take at most %i', (own, most) => {
  expect(refreshCalls(own, scatter)).toBeLessThanOrEqual(most);
});

it('formats that change take one more for each rectangle', () => {
  const currencies = (desk: DeskOfOne): void => {
    scatter(desk);
    for (let id = 5; id < ROWS; id += 90) desk.put({ id, currency: 'GBP' });
  };
  expect(refreshCalls(2, currencies)).toBeLessThanOrEqual(28);
});

it.each([0, 5])('new rows take nine, with %i columns of people’s in between', (own) => {
  const more = (desk: DeskOfOne): void => {
    for (let id = ROWS + 1; id < ROWS + 50; id += 1) desk.put(record(id));
  };
  expect(refreshCalls(own, more)).toBeLessThanOrEqual(19 + 9);
});

it('rows that leave take two and their Status', () => {
  const fewer = (desk: DeskOfOne): void => {
    for (let id = 1; id < ROWS; id += 7) desk.records.delete(String(id));
  };
  expect(refreshCalls(2, fewer)).toBeLessThanOrEqual(19 + 2 + 6);
});

it('rows that are taken out take one for each block, and two to look at the grid', () => {
  const fewer = (desk: DeskOfOne): void => {
    for (let id = 1; id < ROWS; id += 100) desk.records.delete(String(id));
  };
  expect(refreshCalls(0, fewer, { removeVanished: true })).toBeLessThanOrEqual(19 + 4 + 2);
});

it('new columns take nine, their room and their rules included, and their values', () => {
  const more = (desk: DeskOfOne): void => {
    desk.fields = [...FIELDS, fieldOf({ key: 'new', type: 'boolean' }), fieldOf({ key: 'newer' })];
  };
  expect(refreshCalls(0, more)).toBeLessThanOrEqual(19 + 9 + 6);
});

it('a field that is withdrawn costs four once', () => {
  const withdraw = (desk: DeskOfOne): void => {
    desk.fields = FIELDS.filter(({ key }) => key !== 'f3');
  };
  const chosen = FIELDS.map(({ key }) => key);
  expect(refreshCalls(0, withdraw, { chosen })).toBe(19 + 4);
});

it('a drop-down costs five', () => {
  const options = [{ value: 'y', label: 'Yes' }];
  const offer = (desk: DeskOfOne): void => {
    desk.fields = FIELDS.map((field) =>
      field.key === 'f6' || field.key === 'f20' ? { ...field, options } : field,
    );
  };
  // The notes of both columns name the choices now.
  expect(refreshCalls(0, offer)).toBe(19 + 2 * 5 + 2 * 2);
});
