/** A run may be killed between any two steps; the next one leaves the tab as if nothing had been. */
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

const stateOf = ({ sheet }: DeskOfOne): unknown => ({
  cells: sheet.cells,
  notes: sheet.notes,
  checkboxes: [...sheet.checkboxes].sort(),
});

function everyCut(make: () => DeskOfOne, from = 0): void {
  const calm = make();
  calm.refresh();
  const steps = make().cutOff(0);
  for (let cut = from; cut <= steps; cut += 1) {
    const again = make();
    again.cutOff(cut);
    again.refresh();
    expect({ cut, state: stateOf(again) }).toEqual({ cut, state: stateOf(calm) });
    expect([...(again.snapshot()?.rows ?? [])]).toEqual([...(calm.snapshot()?.rows ?? [])]);
    expect(again.plan().statusOnly).toBe(true);
  }
}

it('a first pull', () => {
  everyCut(desk);
});

it('a refresh with new, changed and vanished rows', () => {
  everyCut(changed);
});

it('a refresh with new columns, once they have their notes', () => {
  everyCut(() => {
    const made = changed();
    made.fields = [
      ...FIELDS,
      fieldOf({ key: 'sso', label: 'SSO', type: 'boolean', writable: true }),
      fieldOf({ key: 'fee', label: 'Fee', type: 'money', currencyField: 'currency' }),
    ];
    made.put({ id: 1, sso: true, fee: 5 }, { id: 2, sso: false, fee: 6 });
    return made;
  }, 3);
});
