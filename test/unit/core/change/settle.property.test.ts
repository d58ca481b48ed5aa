/** Whatever was edited, answered and typed meanwhile: what arrived is remembered, and what a person typed is there. */
import fc from 'fast-check';
import type { Change } from '../../../../src/core/change/change';
import type { SettledChange, SettleOutcome } from '../../../../src/core/change/settle';
import { decodeCell, encodeCell } from '../../../../src/core/table/cell';
import type { CellValue } from '../../../../src/ports/grid';
import { FIELDS } from '../table/desk-of-one';
import { HOSTILE } from '../table/texts';
import { PushOfOne } from './push-of-one';

const IDS = ['1', '2', '3', '4'];
const KEYS = ['name', 'price', 'auto', 'end', 'tags'];

const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.constantFrom('Slack', 'Zoom', 'a, b', 'yes', '2026-05-04'),
);
const edit = fc.record({
  id: fc.constantFrom(...IDS),
  key: fc.constantFrom(...KEYS),
  typed: text,
  outcome: fc.constantFrom<SettleOutcome>('sent', 'sent', 'same', 'refused', 'unknown', 'moved'),
  answer: fc.option(text, { nil: undefined }),
  meanwhile: fc.option(text, { nil: undefined, freq: 3 }),
});

function fieldOf(key: string) {
  const field = FIELDS.find((each) => each.key === key);
  if (!field) throw new Error(`no field ${key}`);
  return field;
}

it('a push', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(edit, { maxLength: 8, selector: ({ id, key }) => id + key }),
      fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
      fc.constantFrom('UTC', 'America/New_York'),
      (edits, order, timeZone) => {
        const desk = new PushOfOne(timeZone);
        for (const id of IDS) desk.put({ id: Number(id), name: `Tool ${id}`, currency: 'EUR', price: 700 });
        desk.refresh();
        desk.insertColumn(3, ['Mine', ...IDS.map((_, n) => `=A${n + 2}&"x"`)]);
        const before = desk.snapshot();
        const changes = new Map<(typeof edits)[number], Change>();
        for (const each of edits) {
          desk.type(each.id, fieldOf(each.key).label, each.typed);
          changes.set(each, desk.change(each.id, each.key));
        }
        for (const { id, key, meanwhile } of edits)
          if (meanwhile !== undefined) desk.type(id, fieldOf(key).label, meanwhile);
        const [header, ...rows] = desk.sheet.cells;
        desk.sheet.cells = [header!, ...order.map((at) => rows[at]!)];
        const answers = new Map<string, Record<string, unknown>>();
        for (const { id, key, outcome, answer } of edits) {
          if (answer === undefined || (outcome !== 'sent' && outcome !== 'same')) continue;
          answers.set(id, { ...answers.get(id), currency: 'EUR', [key]: answer });
        }
        const cells = new Map<unknown, CellValue>();
        for (const each of edits) cells.set(each, desk.get(each.id, fieldOf(each.key).label));
        const results = edits.map((each): SettledChange => ({
          change: changes.get(each)!,
          outcome: each.outcome,
          message: 'Because.',
        }));

        const { counts } = desk.settle(results, { answers });

        let left = 0;
        for (const each of edits) {
          const { id, key, outcome, answer, meanwhile } = each;
          const field = fieldOf(key);
          const change = changes.get(each)!;
          const arrived = outcome === 'sent' || outcome === 'same';
          const answered = decodeCell(
            field,
            encodeCell(field, answer ?? '', { currency: 'EUR' }, desk).value,
            desk,
          ).value;
          const platform = answer === undefined || !arrived ? change.to : answered;
          const remembered = desk.remembered(id, key);
          expect(remembered).toEqual(arrived ? platform : before?.rows.get(id)?.values[key]);
          const cell = desk.get(id, field.label);
          const typedOver = meanwhile !== undefined && !desk.saysBy(key, cells.get(each)!, change.to);
          // What a person typed, and what was not sent, is as it was.
          if (typedOver || !arrived) expect(cell).toEqual(cells.get(each));
          else expect(desk.saysBy(key, cell, platform)).toBe(true);
          if (!desk.saysBy(key, cell, remembered ?? '')) left += 1;
        }
        expect(counts.pending + counts.conflicts).toBe(left);
        for (const id of IDS) {
          const row = desk.rowOf(id);
          expect(desk.sheet.cell(row, 3).formula).toMatch(/^=A[2-5]&"x"$/);
          const hasEdits = KEYS.some((key) => !desk.saysSo(id, key, desk.remembered(id, key) ?? ''));
          expect(desk.status(row) !== '').toBe(hasEdits);
        }
      },
    ),
    { numRuns: 100 },
  );
});
