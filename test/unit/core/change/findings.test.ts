/** What a report found as changes: compared with the platform, with what is worth more left alone. */
import type { Change } from '../../../../src/core/change/change';
import { compareLive } from '../../../../src/core/change/compare';
import { changesOf, type Finding, settled } from '../../../../src/core/change/findings';
import type { Field } from '../../../../src/core/table/field';
import { CONTRACT_FIELDS, EditedDesk } from './edited-desk';

const [STATE] = CONTRACT_FIELDS.filter(({ key }) => key === 'state') as [Field];

const found = (id: string, to: string, givesWay = false): Finding => ({
  id,
  name: `Found ${id}`,
  to,
  givesWay,
});

function told(desk: EditedDesk, ...findings: readonly Finding[]): readonly Partial<Change>[] {
  const table = desk.table();
  const changes = compareLive(changesOf(findings, STATE, table), desk.live(), table);
  return settled(changes, findings, STATE, table);
}

it('goes from what the tab remembers to what was found, wherever the row is', () => {
  expect(told(new EditedDesk(), found('2', 'In-Review'), found('1', 'Closed'))).toMatchObject([
    { row: 3, id: '2', name: 'Notion', from: '', to: 'In-Review', live: '', kind: 'change' },
    { row: 2, id: '1', name: 'Slack', from: 'Closed', to: 'Closed', kind: 'same' },
  ]);
});

it('has a record that the tab does not show by the name that the report gives', () => {
  const desk = new EditedDesk();
  desk.put({ id: 9, name: 'Hidden' });
  expect(told(desk, found('9', 'Closed'))).toMatchObject([
    { row: 0, name: 'Found 9', from: '', to: 'Closed', kind: 'change' },
  ]);
});

it('is a conflict where the platform says something else since the refresh', () => {
  const desk = new EditedDesk();
  desk.put({ id: 1, state: 'inReview' });
  expect(told(desk, found('1', 'Sales, EMEA'))).toMatchObject([
    { from: 'Closed', live: 'In-Review', kind: 'conflict' },
  ]);
});

it('is a plain change from what the platform says where nothing is remembered', () => {
  const desk = new EditedDesk();
  desk.put({ id: 9, name: 'Hidden', state: 'inReview' });
  const [change] = told(desk, found('9', 'Closed'));
  expect(change).toMatchObject({ from: 'In-Review', live: 'In-Review', to: 'Closed', kind: 'change' });
  expect(change).not.toHaveProperty('message');
});

it('goes from what the report saw where it looked, whatever the tab remembers', () => {
  const desk = new EditedDesk();
  desk.put({ id: 9, name: 'Hidden', state: 'inReview' });
  const seen = (id: string, from: string): Finding => ({ ...found(id, 'Sales, EMEA'), from });
  expect(told(desk, seen('1', ''), seen('1', 'Closed'), seen('9', ''))).toMatchObject([
    { from: '', live: 'Closed', kind: 'conflict' },
    { from: 'Closed', live: 'Closed', kind: 'change' },
    { from: '', live: 'In-Review', kind: 'conflict' },
  ]);
});

it('gives way to whatever is said already, and fills what is empty', () => {
  const desk = new EditedDesk();
  expect(told(desk, found('1', 'In-Review', true), found('2', 'In-Review', true))).toMatchObject([
    { id: '2', kind: 'change' },
  ]);
  desk.put({ id: 2, name: 'Notion', state: 'closed' });
  expect(told(desk, found('2', 'In-Review', true))).toEqual([]);
});

it('is a problem where the field has no such choice, or the record is gone', () => {
  const desk = new EditedDesk();
  expect(told(desk, found('1', 'Not Known'))).toMatchObject([
    { kind: 'problem', message: expect.stringContaining('has no choice “Not Known”') },
  ]);
  desk.records.set('1', null as never);
  expect(told(desk, found('1', 'In-Review'))).toMatchObject([{ kind: 'problem' }]);
});
