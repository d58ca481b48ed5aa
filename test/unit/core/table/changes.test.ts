/** What a refresh says of the platform's changes: before and after, as people read them. */
import { DeskOfOne } from './desk-of-one';

const REPORT = { report: { most: 100, name: 'name' } };

/** Three apps, pulled. */
function pulled(timeZone = 'UTC'): DeskOfOne {
  const desk = new DeskOfOne(timeZone);
  desk.put(
    { id: 1, name: 'Slack', price: 123450, currency: 'EUR', auto: true, end: '2026-12-31', tags: ['a', 'b'] },
    { id: 2, name: 'Zoom', price: 1000, currency: 'JPY', auto: false, owner: 'ada@example.com' },
    { id: 3, name: 'Figma', seen: '2026-11-01T08:00:00Z' },
  );
  desk.refresh(REPORT);
  return desk;
}

const told = (desk: DeskOfOne, more = {}): unknown[] =>
  desk
    .refresh({ ...REPORT, ...more })
    .changes.listed.map(({ kind, id, name, label, before, after }) => [kind, id, name, label, before, after]);

it('tells nothing of a first pull, of a quiet refresh, and where nobody asks', () => {
  const desk = new DeskOfOne().put({ id: 1, name: 'Slack' });
  expect(desk.refresh(REPORT).changes).toEqual({ listed: [], more: 0 });
  expect(desk.refresh(REPORT).changes).toEqual({ listed: [], more: 0 });
  desk.put({ id: 1, name: 'Slack 2' });
  expect(desk.refresh().changes).toEqual({ listed: [], more: 0 });
});

it('tells every type as people read it', () => {
  const desk = pulled('Europe/Berlin');
  desk.put(
    { id: 1, name: 'Slack', price: 200000, auto: false, end: '2027-01-15', tags: ['a'] },
    { id: 2, price: 1500, owner: 'bob@example.com' },
    { id: 3, seen: '2026-11-20T23:30:00Z' },
  );
  expect(told(desk)).toEqual([
    ['changed', 1, 'Slack', 'Price', '1234.50 EUR', '2000.00 EUR'],
    ['changed', 1, 'Slack', 'Auto-renewal', 'yes', 'no'],
    ['changed', 1, 'Slack', 'End date', '2026-12-31', '2027-01-15'],
    ['changed', 1, 'Slack', 'Tags', 'a, b', 'a'],
    ['changed', 2, 'Zoom', 'Price', '1000 JPY', '1500 JPY'],
    ['changed', 2, 'Zoom', 'Owner', 'ada@example.com', 'bob@example.com'],
    ['changed', 3, 'Figma', 'Last visit', '2026-11-01 09:00', '2026-11-21 00:30'],
  ]);
});

it('tells what came, went and came back', () => {
  const desk = pulled();
  const zoom = desk.records.get('2')!;
  desk.records.delete('2');
  desk.put({ id: 4, name: 'Miro' });
  expect(told(desk)).toEqual([
    ['went', 2, 'Zoom', '', '', ''],
    ['came', 4, 'Miro', '', '', ''],
  ]);
  expect(told(desk)).toEqual([]);
  desk.records.set('2', zoom);
  expect(told(desk)).toEqual([['back', 2, 'Zoom', '', '', '']]);
});

it('tells of a conflict once, with what the platform said before, and nothing of edits that nobody met', () => {
  const desk = pulled();
  desk.type('1', 'Name', 'Our Slack');
  desk.type('2', 'Name', 'Our Zoom');
  desk.put({ id: 1, name: 'Slack Enterprise' });
  expect(told(desk)).toEqual([['conflict', 1, 'Slack Enterprise', 'Name', 'Slack', 'Slack Enterprise']]);
  expect(told(desk)).toEqual([]);
});

it('tells nothing of columns that are new, and under the header that a person gave', () => {
  const desk = pulled();
  desk.fields = desk.fields.filter(({ key }) => key !== 'owner');
  desk.refresh({ ...REPORT, chosenNow: true });
  desk.fields = pulled().fields;
  desk.sheet.write(1, desk.columnOf('Name'), 'Product');
  desk.put({ id: 2, name: 'Zoom Workplace' });
  expect(told(desk, { chosenNow: true })).toEqual([
    ['changed', 2, 'Zoom Workplace', 'Product', 'Zoom', 'Zoom Workplace'],
  ]);
});

it('lists so many and counts the rest; long texts are shortened', () => {
  const desk = pulled();
  desk.put({ id: 1, name: 'x'.repeat(2000) }, { id: 2, name: 'B' }, { id: 3, name: 'C' });
  const { listed, more } = desk.refresh({ report: { most: 1, name: 'name' } }).changes;
  expect(more).toBe(2);
  expect(listed[0]?.after).toBe(`${'x'.repeat(499)}…`);
});

it('a partial read tells of no record that went', () => {
  const desk = pulled();
  desk.records.delete('2');
  expect(told(desk, { complete: false })).toEqual([]);
});
