import { addressesIn, checkPeople } from '../../../../src/core/change/people';
import { CONTRACT_FIELDS, EditedDesk } from './edited-desk';

it('asks for every address once, and only for what could be sent', () => {
  const desk = new EditedDesk();
  desk.type('1', 'Owner', 'Bob <BOB@example.com>');
  desk.type('1', 'Viewers', 'bob@example.com, C@example.com');
  desk.type('2', 'Owner', 'nobody');
  desk.type('2', 'Mail', 'd@example.com');
  desk.addRow({ Name: 'Zoom', 'App ID': 3, Owner: 'e@example.com' });
  const changes = desk.changes();
  expect(addressesIn(changes, CONTRACT_FIELDS)).toEqual([
    'bob@example.com',
    'c@example.com',
    'e@example.com',
  ]);
  const checked = checkPeople(changes, CONTRACT_FIELDS, new Set(['bob@example.com', 'e@example.com']));
  expect(checked.map(({ id, field, kind }) => [id, field, kind])).toEqual([
    ['1', 'owner', 'change'],
    ['1', 'viewers', 'problem'],
    ['2', 'owner', 'problem'],
    ['2', 'mail', 'change'],
    ['row 4', 'name', 'change'],
    ['row 4', 'app', 'change'],
    ['row 4', 'owner', 'change'],
  ]);
  expect(checked[1]?.message).toBe(
    '“Viewers”: No user has the address c@example.com. Correct it, or add the person to the platform first.',
  );
  expect(checkPeople(changes, CONTRACT_FIELDS, new Set())[1]?.message).toContain(
    'No users have the addresses bob@example.com, c@example.com.',
  );
});

it('asks for nobody where people are taken out', () => {
  const desk = new EditedDesk();
  desk.type('1', 'Owner', '');
  desk.type('1', 'Viewers', '');
  expect(addressesIn(desk.changes(), CONTRACT_FIELDS)).toEqual([]);
});
