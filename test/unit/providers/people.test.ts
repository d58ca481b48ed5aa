/** Addresses become ids, and ids addresses where a platform shows nothing else. */
import type { AppError } from '../../../src/core/errors';
import type { HttpCall } from '../../../src/ports/http';
import { findPeople, withAddresses } from '../../../src/providers/people';
import { APPS } from '../../../src/providers/torii/apps';
import { TORII } from '../../../src/providers/torii/provider';
import { ZLURI } from '../../../src/providers/zluri/provider';
import { USERS as ZLURI_USERS } from '../../../src/providers/zluri/users';
import { dispatcherOver, json } from '../core/http/scripted-http';
import { fieldOf } from './edits';

const urlOf = (call: HttpCall) => new URL(call.url);
const addresses = (count: number) => Array.from({ length: count }, (_, index) => `p${index}@example.com`);

describe('Torii', () => {
  const users = [
    { id: 1, email: 'ana@example.com', additionalEmails: ['a.ruiz@example.com'] },
    { id: 2, email: 'ben@example.com', additionalEmails: [] },
    ...addresses(20).map((email, index) => ({ id: 10 + index, email })),
  ];
  const asTorii = (call: HttpCall) => {
    const wanted = urlOf(call).searchParams.get('email');
    const found = wanted === null ? users : users.filter(({ email }) => email === wanted);
    return json({ users: found, count: found.length, total: found.length, nextCursor: null });
  };

  test('a few are asked for one by one, together, whatever their case (reference: getusers)', () => {
    const { dispatcher, http } = dispatcherOver(asTorii);
    const asked = ['Ana@Example.com', 'ben@example.com ', 'nobody@example.com', 'ana@example.com'];
    const found = findPeople(dispatcher, TORII, asked);
    expect([...found]).toEqual([
      ['ana@example.com', 1],
      ['ben@example.com', 2],
    ]);
    expect(http.batches.map((batch) => batch.length)).toEqual([3]);
    expect(http.calls.every((call) => urlOf(call).searchParams.get('fields') === 'email')).toBe(true);
  });

  test('many take the list, on which other addresses of a person count', () => {
    const { dispatcher, http } = dispatcherOver(asTorii);
    const found = findPeople(dispatcher, TORII, [
      ...addresses(20),
      'a.ruiz@example.com',
      'nobody@example.com',
    ]);
    expect(found.get('a.ruiz@example.com')).toBe(1);
    expect(found.get('p19@example.com')).toBe(29);
    expect(found.size).toBe(21);
    expect(http.calls).toHaveLength(1);
  });

  test('a number stands for itself, and nobody takes no request', () => {
    const { dispatcher, http } = dispatcherOver(asTorii);
    expect([...findPeople(dispatcher, TORII, ['1125', ''])]).toEqual([['1125', 1125]]);
    expect(http.calls).toHaveLength(0);
  });

  test('what could not be asked is an error, not an unknown person', () => {
    const { dispatcher } = dispatcherOver(() => json({}, 403));
    expect(() => findPeople(dispatcher, TORII, ['ana@example.com'])).toThrow(
      expect.objectContaining({ code: 'KEY_LACKS_RIGHTS' }) as AppError,
    );
  });
});

test('Zluri: a hundred to a request, other addresses count, in any envelope (reference: getuseridsbyemails)', () => {
  const found = (emails: readonly string[]) =>
    emails.map((email) => ({
      user_id: `id of ${email}`,
      user_email: `main.${email}`,
      alternate_emails: [email],
    }));
  const { dispatcher, http } = dispatcherOver((call) => {
    const { emails } = JSON.parse(call.body ?? '{}') as { emails: string[] };
    return json(emails.length === 100 ? found(emails) : { items: found(emails) });
  });
  const people = findPeople(dispatcher, ZLURI, [...addresses(120), '66a1f0c2e4b0a1b2c3d40001']);
  expect(http.calls.map(({ method, url }) => [method, new URL(url).pathname])).toEqual([
    ['post', '/v1/v2/userIds'],
    ['post', '/v1/v2/userIds'],
  ]);
  expect(people.size).toBe(121);
  expect(people.get('p119@example.com')).toBe('id of p119@example.com');
  expect(people.get('66a1f0c2e4b0a1b2c3d40001')).toBe('66a1f0c2e4b0a1b2c3d40001');
});

describe('records that show people by id', () => {
  const people = new Map<string, string | number>([['ana@example.com', 1]]);
  const fields = [fieldOf(APPS, 'primaryOwner'), fieldOf(APPS, 'appOwners'), fieldOf(APPS, 'name')];

  test('get the address that belongs to it; everything else stays', () => {
    const record = { id: 1, name: '1', primaryOwner: 1, appOwners: [{ id: 1 }, 2] };
    expect(withAddresses(record, fields, people)).toEqual({
      id: 1,
      name: '1',
      primaryOwner: 'ana@example.com',
      appOwners: ['ana@example.com', 2],
    });
    const whole = { primaryOwner: { id: 1, email: 'other@example.com' }, appOwners: null };
    expect(withAddresses(whole, fields, people)).toEqual(whole);
  });

  test('so that a manager whom Zluri shows by id is the one who was typed by address', () => {
    const manager = fieldOf(ZLURI_USERS, 'user_reporting_manager_email');
    const known = new Map([['ana@example.com', 'm1']]);
    expect(withAddresses({ user_reporting_manager_email: 'm1' }, [manager], known)).toEqual({
      user_reporting_manager_email: 'ana@example.com',
    });
  });
});
