/** A template that a person chooses for a tab whose headers do not tell whose export it is, and what of it can be chosen otherwise. */
import { csv, pasteTab } from '../pasted-tab';
import { connectedDesk } from '../../desks';
import { CUSTOM, sent } from '../sending';

const SEATS = csv(`
  E-mail,Seat,Last active
  ann@example.com,Full,2026-02-01
  bob@example.com,,
  cy@example.com,guest,2026-01-05
`);

interface Body {
  users: object[];
  licenses: { name: string; users: object[] }[];
}

async function body(options: object): Promise<Body> {
  const on = await connectedDesk();
  await pasteTab(on, 'Seats', SEATS);
  expect((await on.api('uploadMapping', { tab: 'Seats', target: CUSTOM })).template).toBe('blank');
  const [account] = on.torii.data.appAccounts as { id: number }[];
  const job = await sent(on, CUSTOM, { place: String(account?.id), ...options }, 'Seats');
  expect(job.error).toBeUndefined();
  return JSON.parse((on.torii.data.files as { text: string }[])[0]?.text ?? '') as Body;
}

test('without one, words are licences as they stand', async () => {
  expect((await body({})).licenses).toEqual([
    { name: 'Full', users: [{ email: 'ann@example.com' }] },
    { name: 'guest', users: [{ email: 'cy@example.com' }] },
  ]);
});

test('with Figma’s, seats are told by type, and whoever has none and uses nothing is idle', async () => {
  expect(await body({ template: 'figma' })).toEqual({
    users: [
      { email: 'ann@example.com', lastUsedDate: '2026-02-01' },
      { email: 'bob@example.com' },
      { email: 'cy@example.com', lastUsedDate: '2026-01-05' },
    ],
    licenses: [
      { name: 'full', users: [{ email: 'ann@example.com' }] },
      {
        name: 'No Seat Type Assigned',
        users: [{ email: 'bob@example.com', licenseStatus: 'inactive' }, { email: 'cy@example.com' }],
      },
    ],
  });
});

test('a rule of one’s own goes before the template’s', async () => {
  const licenceRule = { names: { guest: 'Guest seat', full: 'Full seat' } };
  expect((await body({ template: 'figma', licenceRule })).licenses).toEqual([
    { name: 'Full seat', users: [{ email: 'ann@example.com' }] },
    { name: 'Guest seat', users: [{ email: 'cy@example.com' }] },
  ]);
});
