/** Checking for Zluri: fields that the platform tells, several tabs in one upload, references between them. */
import { desk } from '../desks';
import { csv, pasteTab } from './pasted-tab';
import { checked, instanceDesk, sent } from './sending';

const PEOPLE = csv(`
  Email,Name,Status
  ann@example.com,Ann Lee,Active
  bob@example.com,Bob Ray,Active
`);
const TEAMS = csv(`
  Group ID,Name
  t1,Design
`);
const SEATS = csv(`
  Group ID,User ID
  t1,ann@example.com
  t1,bob@example.com
  t2,ann@example.com
  t1,cy@example.com
`);
const WITH = [
  { tab: 'People', target: 'zluri.users' },
  { tab: 'Teams', target: 'zluri.groups' },
];

interface Found {
  counts: { parts: Record<string, number> };
  problems: { code: string; severity: string; row?: number; column?: string; tab?: string }[];
  files: { name: string; records: number }[];
  hindrances: string[];
  route: string;
}

test('three tabs go as one upload, in the order in which they depend on each other', async () => {
  const { on, instance } = await instanceDesk({ People: PEOPLE, Teams: TEAMS, Seats: SEATS.slice(0, 3) });
  const options = { place: instance, with: WITH };
  const found = (await checked(on, 'zluri.group_users', options, 'Seats')) as unknown as Found;
  expect(found.hindrances).toEqual([]);
  expect(found.counts.parts).toEqual({ 'zluri.users': 2, 'zluri.groups': 1, 'zluri.group_users': 2 });
  expect(found.files.map(({ records }) => records)).toEqual([2, 1, 2]);
  expect(found.route).toBe('in 3 pages');
  const first = await on.api('uploadFile', { tab: 'Seats', target: 'zluri.group_users', options });
  expect(JSON.parse(first.text as string)).toMatchObject([{ email: 'ann@example.com', name: 'Ann Lee' }, {}]);
  expect(first).toMatchObject({ part: 1, parts: 3 });
});

test('who is named in one tab and missing in another is marked where the name stands', async () => {
  const { on, instance } = await instanceDesk({ People: PEOPLE, Teams: TEAMS, Seats: SEATS });
  const options = { place: instance, with: WITH };
  const found = (await checked(on, 'zluri.group_users', options, 'Seats')) as unknown as Found;
  expect(found.problems.map(({ code, row, column }) => [code, row, column])).toEqual([
    ['unknownReference', 4, 'Group ID'],
    ['unknownReference', 5, 'User ID'],
  ]);
  expect(on.tab('Seats').notes()[3]?.[0]).toContain('t2');
  expect(on.tab('Seats').notes()[4]?.[1]).toContain('cy@example.com');
  expect(on.tab('People').notes().flat().join('')).toBe('');
});

test('a tab that must go along is asked for', async () => {
  const { on, instance } = await instanceDesk({ People: PEOPLE, Teams: TEAMS, Seats: SEATS });
  const found = (await checked(on, 'zluri.group_users', { place: instance }, 'Seats')) as unknown as Found;
  expect(found.problems.filter(({ code }) => code === 'missingPart')).toHaveLength(2);
  expect(found.hindrances.length).toBeGreaterThanOrEqual(2);
});

test('two tabs for the same list, and one for another platform, are refused', async () => {
  const { on, instance } = await instanceDesk({ People: PEOPLE });
  const attempt = (target: string): Promise<unknown> =>
    checked(on, 'zluri.users', { place: instance, with: [{ tab: 'People', target }] }, 'People');
  await expect(attempt('zluri.users')).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await expect(attempt('torii.gluu')).rejects.toMatchObject({ code: 'UNKNOWN_TARGET' });
});

test('the fields are asked for once a day; without an answer the known ones do, and the check says so', async () => {
  const { on, instance } = await instanceDesk({ People: PEOPLE });
  const asked = (): number => on.requests.filter(({ url }) => url.includes('schemas')).length;
  const plain = (await checked(on, 'zluri.users', { place: instance }, 'People')) as unknown as Found;
  expect(plain.problems).toEqual([]);
  await checked(on, 'zluri.users', { place: instance }, 'People');
  expect(asked()).toBe(1);
  await on.clock.advance({ days: 2 });
  await checked(on, 'zluri.users', { place: instance }, 'People');
  expect(asked()).toBe(2);

  const without = await desk();
  without.zluri.options({ schemas: 'none' });
  await without.api('connect', { provider: 'zluri', apiKey: without.zluri.apiKey });
  await pasteTab(without, 'People', PEOPLE);
  const guessed = (await checked(without, 'zluri.users', { place: instance }, 'People')) as unknown as Found;
  expect(guessed.problems).toEqual([expect.objectContaining({ code: 'guessedSchema', severity: 'note' })]);
  expect(guessed.hindrances).toEqual([]);
  const before = without.requests.length;
  await checked(without, 'zluri.users', { place: instance }, 'People');
  expect(without.requests.length).toBe(before);
});

test('less than six hours after the last full list, the check says when the next may go', async () => {
  const { on, instance } = await instanceDesk({ People: PEOPLE });
  await sent(on, 'zluri.users', { place: instance }, 'People');
  await on.clock.advance({ hours: 1 });
  const soon = (await checked(on, 'zluri.users', { place: instance }, 'People')) as unknown as Found;
  expect(soon.problems).toEqual([expect.objectContaining({ code: 'tooSoon', severity: 'warning' })]);
  expect(soon.hindrances).toEqual([]);
  await on.clock.advance({ hours: 6 });
  const later = (await checked(on, 'zluri.users', { place: instance }, 'People')) as unknown as Found;
  expect(later.problems).toEqual([]);
});
