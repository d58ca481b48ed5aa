/** A run may be killed between any two steps; the next one leaves the tab as if nothing had been. */
import { planFailureStatus } from '../../../../src/core/table/status';
import type { TableInput } from '../../../../src/core/table/table-plan';
import { DeskOfOne, FIELDS } from './desk-of-one';
import { fieldOf } from './fields';

function desk(): DeskOfOne {
  const made = new DeskOfOne();
  for (let id = 1; id <= 5; id += 1) made.put({ id, name: `App ${id}`, auto: id % 2 === 0, price: id });
  return made;
}

/** A tab with a person's formulas, and everything changed on the platform that can. */
function changed(): DeskOfOne {
  const made = desk();
  made.refresh();
  made.insertColumn(3, ['Twice', ...[2, 3, 4, 5, 6].map((row) => `=A${row}*2`)]);
  made.sheet.rowsInGrid = 6;
  made.put({ id: 1, name: 'Renamed', currency: 'EUR' }, { id: 8, name: 'New' }, { id: 9, auto: true });
  made.records.delete('3');
  made.records.delete('4');
  return made;
}

/** Blank columns beyond the last one with content do not count: nobody can see them. */
const stateOf = ({ sheet }: DeskOfOne): unknown => ({
  cells: sheet.cells.map((row) => row.slice(0, sheet.image().values[0]?.length)),
  notes: sheet.notes.filter((note) => note !== ''),
  checkboxes: [...sheet.checkboxes].sort(),
});

function everyCut(make: () => DeskOfOne, more: Partial<TableInput> = {}): void {
  const calm = make();
  calm.refresh(more);
  const steps = make().cutOff(0, more);
  for (let cut = 0; cut <= steps; cut += 1) {
    const again = make();
    again.cutOff(cut, more);
    again.refresh(more);
    expect({ cut, state: stateOf(again) }).toEqual({ cut, state: stateOf(calm) });
    expect([...(again.snapshot()?.rows ?? [])]).toEqual([...(calm.snapshot()?.rows ?? [])]);
    expect(again.plan(more).statusOnly).toBe(true);
  }
}

it('a first pull', () => {
  everyCut(desk);
});

it('a refresh with new, changed and vanished rows', () => {
  everyCut(changed);
});

it('a refresh with new columns', () => {
  everyCut(() => {
    const made = changed();
    made.fields = [
      ...FIELDS,
      fieldOf({ key: 'sso', label: 'SSO', type: 'boolean', writable: true }),
      fieldOf({ key: 'fee', label: 'Fee', type: 'money', currencyField: 'currency' }),
    ];
    made.put({ id: 1, sso: true, fee: 5 }, { id: 2, sso: false, fee: 6 });
    return made;
  });
});

it('a refresh with new columns beside a blank one of a person’s', () => {
  everyCut(() => {
    const made = changed();
    const end = made.columnOf('Status');
    made.insertColumn(end, []);
    made.fields = [...FIELDS, fieldOf({ key: 'sso', label: 'SSO' }), fieldOf({ key: 'fee', label: 'Fee' })];
    made.put({ id: 1, sso: 'yes', fee: 5 });
    return made;
  });
});

it('a refresh with new columns in a tab without Status', () => {
  everyCut(() => {
    const made = changed();
    made.deleteColumn('Status');
    made.fields = [...FIELDS, fieldOf({ key: 'sso', label: 'SSO' })];
    made.put({ id: 1, sso: 'yes' });
    return made;
  });
});

it('a refresh that takes rows out', () => {
  everyCut(
    () => {
      const made = changed();
      made.type('2', 'Name', 'edited');
      made.records.delete('2');
      return made;
    },
    { removeVanished: true },
  );
});

it('a refresh in which a field has gone', () => {
  everyCut(
    () => {
      const made = changed();
      made.fields = FIELDS.filter(({ key }) => key !== 'tags');
      return made;
    },
    { chosen: FIELDS.map(({ key }) => key) },
  );
});

it('a failure that is noted in between loses nothing', () => {
  const made = changed();
  made.fields = [...FIELDS, fieldOf({ key: 'sso', label: 'SSO' })];
  const columns = made.header().length;
  made.cutOff(3);
  made.sheet.execute(planFailureStatus(made.sheet.image(), 'No network.', made.now, 'UTC'));
  made.refresh();
  expect(made.header()).toHaveLength(columns + 1);
  expect(made.sheet.notes.join()).not.toContain('Being added');
});
