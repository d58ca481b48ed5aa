/** Marks show what a push is about, and leave a tab as people had it. */
import fc from 'fast-check';
import { MarkedTab } from '../../../../src/core/change/marked-tab';
import {
  areaOfMarks,
  type KeptMark,
  type Look,
  type Mark,
  MARK_COLOURS,
  type MarkedArea,
  planMarks,
} from '../../../../src/core/change/marks';
import type { Rect } from '../../../../src/ports/grid';
import { PushOfOne } from './push-of-one';

/** One tab with its marks, and what is remembered of them. */
class MarksOfOne extends PushOfOne {
  kept: readonly KeptMark[] = [];

  tab(): MarkedTab {
    const snapshot = this.snapshot();
    if (!snapshot) throw new Error('there is no snapshot');
    return new MarkedTab({
      image: this.sheet.image(),
      snapshot,
      fields: this.fields,
      key: 'id',
      timeZone: this.timeZone,
    });
  }

  /** Carries out at most so many steps: remembering, each operation, remembering again. Returns how many there were. */
  mark(wanted: readonly Mark[], steps = Infinity): number {
    const tab = this.tab();
    const all = [...this.kept, ...wanted];
    const plan = planMarks({
      tab,
      kept: this.kept,
      wanted,
      backgrounds: this.area(areaOfMarks(tab, all), (row, column) => this.background(row, column)),
      notes: this.area(areaOfMarks(tab, all, { notes: true }), (row, column) => this.note(row, column)),
    });
    if (steps >= 1) this.kept = plan.during;
    this.sheet.execute({ tab: { name: 'Apps' }, operations: plan.operations }, Math.max(0, steps - 1));
    if (steps >= plan.operations.length + 2) this.kept = plan.after;
    return plan.operations.length + 2;
  }

  background(row: number, column: number): string {
    return this.sheet.cell(row, column).background ?? '#ffffff';
  }

  note(row: number, column: number): string {
    return this.sheet.cell(row, column).note ?? '';
  }

  looks(): unknown {
    const { values } = this.sheet.image();
    return values.map((cells, row) =>
      cells.map((_, column) => [this.background(row + 1, column + 1), this.note(row + 1, column + 1)]),
    );
  }

  private area(at: Rect | null, read: (row: number, column: number) => string): MarkedArea | null {
    if (!at) return null;
    const contents = Array.from({ length: at.rows }, (_, row) =>
      Array.from({ length: at.columns }, (__, column) => read(at.row + row, at.column + column)),
    );
    return { at, contents };
  }
}

function desk(): MarksOfOne {
  const made = new MarksOfOne();
  for (let id = 1; id <= 5; id += 1) made.put({ id, name: `Tool ${id}`, price: id * 100, owner: 'a@b.c' });
  made.refresh();
  return made;
}

const mark = (id: string, field: string, look: Look, note?: string): Mark => ({
  id,
  field,
  look,
  ...(note === undefined ? {} : { note }),
});

/** Contrast of black on a colour: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) / 0.05;
}

it('has four colours on which black text is easy to read', () => {
  const colours = Object.values(MARK_COLOURS);
  expect(new Set(colours).size).toBe(4);
  for (const colour of colours) expect(contrast(colour)).toBeGreaterThan(14);
});

it('colours cells, writes notes below those of people, and puts both back', () => {
  const made = desk();
  made.sheet.cell(3, 2).background = '#00ff00';
  made.sheet.cell(3, 2).note = 'Ask Pepper.';
  const before = made.looks();
  made.mark([mark('2', 'name', 'refused', 'It is\ntaken.'), mark('3', 'price', 'change')]);
  expect([made.background(3, 2), made.background(4, 3)]).toEqual([MARK_COLOURS.refused, MARK_COLOURS.change]);
  expect(made.note(3, 2)).toBe('Ask Pepper.\nSaaS Ledger: It is taken.');
  made.mark([mark('2', 'name', 'change')]);
  expect([made.background(3, 2), made.note(3, 2)]).toEqual([MARK_COLOURS.change, 'Ask Pepper.']);
  made.mark([]);
  expect(made.looks()).toEqual(before);
  expect(made.kept).toEqual([]);
});

it('follows rows that people sort, and drops marks of those that they delete', () => {
  const made = desk();
  made.sheet.cell(3, 2).background = '#00ff00';
  made.mark([mark('2', 'name', 'change'), mark('4', 'name', 'problem', 'No.')]);
  const [header, ...rows] = made.sheet.cells;
  made.sheet.cells = [header!, ...rows.reverse()];
  made.sheet.cells.splice(made.rowOf('4') - 1, 1);
  made.mark([]);
  expect(made.background(made.rowOf('2'), 2)).toBe('#00ff00');
  expect(made.sheet.cells.flat().filter(({ background }) => background)).toHaveLength(1);
});

it('leaves a background or note that a person has changed since', () => {
  const made = desk();
  made.mark([mark('2', 'name', 'refused', 'No.'), mark('3', 'name', 'refused', 'No.')]);
  made.sheet.cell(3, 2).background = '#123456';
  made.sheet.cell(3, 2).note = 'SaaS Ledger: No. I asked Tony.';
  made.sheet.cell(4, 2).note = `Above.\n${made.note(4, 2)}\nBelow.`;
  made.mark([]);
  expect([made.background(3, 2), made.note(3, 2)]).toEqual(['#123456', 'SaaS Ledger: No. I asked Tony.']);
  expect([made.background(4, 2), made.note(4, 2)]).toEqual(['#ffffff', 'Above.\nBelow.']);
});

it('knows which cells are edits still: of records, of new rows, and of cells that nobody can send', () => {
  const made = desk();
  made.type('2', 'Name', 'Slack');
  made.type('3', 'Owner', 'x@y.z');
  made.sheet.write(8, 2, 'Figma');
  const isEdit = (id: string, field: string): boolean => made.tab().isEdit({ id, field });
  const asked: [string, string][] = [
    ['2', 'name'],
    ['2', 'price'],
    ['3', 'owner'],
    ['4', 'owner'],
    ['row 8', 'name'],
    ['row 8', 'price'],
    ['row 9', 'name'],
    ['2', ''],
  ];
  expect(asked.map((each) => isEdit(...each))).toEqual([true, false, true, false, true, false, false, false]);
  made.sheet.write(8, 1, 77);
  expect([isEdit('row 8', 'name'), isEdit('77', '')]).toEqual([false, true]);
});

it('takes as many calls for many marks as for few', () => {
  const made = new MarksOfOne();
  for (let id = 1; id <= 400; id += 1) made.put({ id, name: `Tool ${id}` });
  made.refresh();
  const wanted = Array.from({ length: 200 }, (_, n) =>
    mark(String(2 * n + 1), 'name', 'problem', `Note ${n}.`),
  );
  const before = made.sheet.calls;
  made.mark(wanted);
  expect(made.sheet.calls - before).toBeLessThanOrEqual(4);
});

it('whatever is marked, cut off and changed by people, in the end the tab looks as they left it', () => {
  const cell = fc.record({
    id: fc.constantFrom('1', '2', '3', '4', '5'),
    field: fc.constantFrom('name', 'price', 'auto', ''),
    look: fc.constantFrom<Look>('change', 'conflict', 'problem', 'refused'),
  });
  const step = fc.oneof(
    fc.record({ marks: fc.uniqueArray(cell, { maxLength: 6, selector: (each) => each.id + each.field }) }),
    fc.record({
      marks: fc.uniqueArray(cell, { maxLength: 6, selector: (each) => each.id + each.field }),
      cut: fc.nat({ max: 6 }),
    }),
    fc.record({ paint: cell, colour: fc.constantFrom('#ffffff', '#00ff00', '#abcdef') }),
    fc.record({ order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const made = desk();
      const theirs = new Map<string, string>();
      const place = ({ id, field }: { id: string; field: string }): [number, number] => {
        const column = { name: 2, price: 3, auto: 4, '': 1 }[field] ?? 1;
        return [made.rowOf(id), column];
      };
      for (const each of steps) {
        if ('marks' in each) {
          // One cell, one text: a run that is cut off between two texts may leave the earlier one.
          const wanted = each.marks.map((one) => ({ ...one, note: `About ${one.id} ${one.field}.` }));
          made.mark(wanted, 'cut' in each ? each.cut : Infinity);
        } else if ('paint' in each) {
          made.sheet.cell(...place(each.paint)).background = each.colour;
          theirs.set(`${each.paint.id} ${each.paint.field}`, each.colour);
        } else {
          const [header, ...rows] = made.sheet.cells;
          made.sheet.cells = [header!, ...each.order.map((at) => rows[at]!)];
        }
      }
      made.mark([]);
      for (const id of ['1', '2', '3', '4', '5']) {
        for (const field of ['name', 'price', 'auto', '']) {
          const at = place({ id, field });
          expect(made.background(...at)).toBe(theirs.get(`${id} ${field}`) ?? '#ffffff');
          expect(made.note(...at)).toBe('');
        }
      }
    }),
  );
});
