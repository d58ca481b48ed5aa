/** Trouble while a push is sent: the rest goes on, each row says what happened, and no record is made twice. */
import type { Desk } from '../../../local/desk';
import {
  addRow,
  apply,
  cell,
  edit,
  expectSettled,
  type Id,
  journal,
  labelOf,
  nthId,
  preview,
  type Provider,
  type Push,
  pulled,
  pulledDesk,
  push,
  records,
  remote,
  statusOf,
  writes,
} from './push-desk';

/** Both providers by one pattern: a text that is edited in three records. */
interface Subject {
  readonly provider: Provider;
  readonly tab: string;
  readonly key: string;
  readonly fields: readonly string[];
  readonly write: (id: Id) => RegExp;
}

const SUBJECTS: readonly Subject[] = [
  {
    provider: 'torii',
    tab: 'Apps',
    key: 'category',
    fields: ['name', 'category', 'c_internalNote'],
    write: (id) => new RegExp(`^PUT /v1\\.0/apps/${String(id)}$`),
  },
  {
    provider: 'zluri',
    tab: 'Apps',
    key: 'app_name',
    fields: ['app_name', 'app_status'],
    write: (id) => new RegExp(`^PATCH /v2/application/${String(id)}$`),
  },
];

describe.each(SUBJECTS.map((each) => [each.provider, each] as const))('%s', (provider, subject) => {
  const { tab, key, fields, write } = subject;
  const server = () => desk[provider];
  let desk: Desk;
  let ids: readonly Id[];

  beforeEach(async () => {
    desk = await pulledDesk(provider, 'apps', {
      fields,
      prepare: (on) => {
        for (const [n, app] of on[provider].data.apps.entries()) {
          app[key] = `before ${String(n)}`;
        }
      },
    });
    ids = [0, 1, 2].map((n) => nthId(desk, provider, 'apps', n));
    for (const id of ids) await edit(desk, tab, id, { [key]: `after ${String(id)}` });
  });
  afterEach(() => desk.close());

  const [badId] = [1];
  const bad = (): Id => ids[badId] ?? '';
  const others = (): Id[] => ids.filter((id) => id !== bad());
  const held = (id: Id) => remote(desk, provider, 'apps', id)?.[key];
  const hasAll = () => ids.map(held);
  const wanted = () => ids.map((id) => `after ${String(id)}`);

  test.each([
    ['429 with Retry-After', { status: 429, retryAfter: 20 }],
    ['429 without', { status: 429 }],
    ['500 once', { status: 500 }],
    ['502 once', { status: 502 }],
    ['a connection that is cut before anything is written', { cut: 'before' as const }],
    ['a connection that is cut after it was written', { cut: 'after' as const }],
    ['an answer that takes longer than Google waits', { delayMs: 400_000 }],
    ['half an answer', { body: '{"app":{"id":1' }],
  ])('%s: everything arrives all the same', async (_, fault) => {
    server().fault({ match: write(bad()), ...fault });
    expect(await push(desk, tab)).toMatchObject({
      state: 'done',
      result: { sent: 3, failed: 0, unknown: 0 },
    });
    expect(hasAll()).toEqual(wanted());
    await expectSettled(desk, provider, 'apps', tab);
  });

  test('a refusal of one record: it keeps its edit and says why, the others go', async () => {
    const body = JSON.stringify(
      provider === 'torii'
        ? { statusCode: 400, error: 'Bad Request', message: 'Too long by far' }
        : { errors: [{ msg: 'Too long by far' }] },
    );
    server().fault({ match: write(bad()), status: 400, times: 99, body });
    const end = await push(desk, tab);
    expect(end).toMatchObject({ state: 'done', result: { sent: 2, failed: 1 } });
    expect(end.result?.failures).toMatchObject([
      { id: String(bad()), field: key, message: expect.stringContaining('Too long by far') },
    ]);
    expect(others().map(held)).toEqual(others().map((id) => `after ${String(id)}`));
    expect(cell(desk, tab, bad(), key)).toBe(`after ${String(bad())}`);
    expect(statusOf(desk, tab, bad())).toMatch(/Not sent/);
    expect(others().map((id) => statusOf(desk, tab, id))).toEqual(['', '']);
    const notes = desk.tab(tab).notes()[
      desk
        .tab(tab)
        .rows()
        .findIndex(({ ID }) => String(ID) === String(bad())) + 1
    ];
    expect(notes?.join()).toContain('Too long by far');
  });

  test('a refusal clears itself from row and note once the edit is sent or taken back', async () => {
    server().fault({ match: write(bad()), status: 400, body: '{"message":"No"}' });
    await push(desk, tab);
    expect(await push(desk, tab)).toMatchObject({ state: 'done', result: { sent: 1, failed: 0 } });
    expect(statusOf(desk, tab, bad())).toBe('');
    const sheet = desk.tab(tab);
    expect(sheet.notes().slice(1).flat().join('')).toBe('');
    await expectSettled(desk, provider, 'apps', tab);
  });

  test('a record that is gone when its turn comes: it says so, the others go', async () => {
    const { plan } = await preview(desk, tab);
    server().fault({ match: write(bad()), status: 404 });
    expect(await apply(desk, plan)).toMatchObject({ state: 'done', result: { sent: 2, failed: 1 } });
    expect(statusOf(desk, tab, bad())).not.toBe('');
    expect(others().map(held)).toEqual(others().map((id) => `after ${String(id)}`));
  });

  test('a key without the right to write: nothing is sent, and it says so', async () => {
    server().options({ readOnlyKey: true });
    const end = await push(desk, tab);
    expect(end.error?.code ?? 'none').toBe('KEY_CANNOT_WRITE');
    expect(hasAll()).toEqual([0, 1, 2].map((n) => `before ${String(n)}`));
    // One refusal is enough to know.
    expect(new Set(writes(desk)).size).toBeLessThanOrEqual(3);
    server().options({ readOnlyKey: false });
    expect(await push(desk, tab)).toMatchObject({ state: 'done', result: { sent: 3 } });
  });

  test('a key that is revoked in the middle: what was sent stays sent, the rest can be sent later', async () => {
    server().fault({ match: write(bad()), status: 401, times: 99 });
    const end = await push(desk, tab);
    expect(end.state).toBe('failed');
    expect(end.error?.what).toMatch(/key/);
    const lines = await journal(desk);
    expect(lines.map(({ id, outcome }) => [id, outcome]).sort()).toEqual(
      ids.map((id) => [String(id), held(id) === `after ${String(id)}` ? 'sent' : 'unsent']).sort(),
    );
  });

  test('a platform that stays down: the push ends, and every edit is still there', async () => {
    server().fault({ match: write(bad()), status: 503, times: 999 });
    const end: Push = await push(desk, tab);
    expect(cell(desk, tab, bad(), key)).toBe(`after ${String(bad())}`);
    expect(held(bad())).toBe('before 1');
    const line = (await journal(desk)).find(({ id }) => id === String(bad()));
    expect(['refused', 'unsent', 'unknown']).toContain(line?.outcome);
    expect(end.state === 'failed' || (end.result?.failed ?? 0) + (end.result?.unknown ?? 0) > 0).toBe(true);
  });
});

describe('a field that was deleted on the platform meanwhile', () => {
  let desk: Desk;
  afterEach(() => desk.close());

  test('is named as the problem; the record’s other fields go', async () => {
    desk = await pulledDesk('torii', 'apps', {
      fields: ['name', 'category', 'c_internalNote', 'c_seatLimit'],
    });
    const id = nthId(desk, 'torii', 'apps', 0);
    await edit(desk, 'Apps', id, { category: 'Mine', c_internalNote: 'Mine' });
    const label = labelOf(desk, 'Apps', 'c_internalNote');
    desk.torii.edit('appFields', 'c_internalNote', { isDeleted: true });
    const shown = await preview(desk, 'Apps');
    expect(shown.items.find(({ field }) => field === 'c_internalNote')).toMatchObject({
      kind: 'problem',
      label,
      message: expect.any(String),
    });
    expect(await apply(desk, shown.plan)).toMatchObject({ state: 'done', result: { sent: 1 } });
    expect(remote(desk, 'torii', 'apps', id)?.['category']).toBe('Mine');
  });

  test('after the preview: refused or left out by name, and never the record’s other fields lost', async () => {
    desk = await pulledDesk('torii', 'apps', { fields: ['name', 'category', 'c_internalNote'] });
    const id = nthId(desk, 'torii', 'apps', 0);
    await edit(desk, 'Apps', id, { category: 'Mine', c_internalNote: 'Mine' });
    const { plan } = await preview(desk, 'Apps');
    desk.torii.edit('appFields', 'c_internalNote', { isDeleted: true });
    await apply(desk, plan).catch(() => undefined);
    await push(desk, 'Apps').catch(() => undefined);
    expect(remote(desk, 'torii', 'apps', id)?.['category']).toBe('Mine');
    expect(cell(desk, 'Apps', id, 'c_internalNote')).toBe('Mine');
  });
});

/** What each of them makes of a new row. */
const CREATES = [
  {
    provider: 'torii',
    resource: 'contracts',
    tab: 'Contracts',
    match: 'POST /v1.0/contracts',
    name: 'name',
    row: (desk: Desk) => ({
      name: 'Brand new',
      idApp: String(nthId(desk, 'torii', 'apps', 0)),
      status: 'Active',
    }),
  },
  {
    provider: 'zluri',
    resource: 'apps',
    tab: 'Apps',
    match: 'POST /v2/add-application',
    name: 'app_name',
    row: () => ({ app_name: 'Brand new' }),
  },
] as const;

describe.each(CREATES.map((each) => [each.provider, each] as const))(
  'a new record of %s',
  (provider, { resource, tab, match, name, row }) => {
    let desk: Desk;
    afterEach(() => desk.close());

    const made = () => records(desk, provider, resource).filter((record) => record[name] === 'Brand new');

    test.each([
      ['429', { status: 429, retryAfter: 5 }, true],
      ['a connection that is cut before anything is written', { cut: 'before' as const }, false],
      ['a connection that is cut after it was written', { cut: 'after' as const }, true],
      ['an answer that takes longer than Google waits', { delayMs: 400_000 }, true],
      ['500', { status: 500 }, false],
      ['half an answer', { body: '{"' }, true],
    ])(
      '%s: it is never made twice, and a second push makes it where it was not',
      async (_, fault, isMade) => {
        desk = await pulledDesk(provider, resource);
        await addRow(desk, tab, row(desk));
        desk[provider].fault({ match, ...fault });
        await push(desk, tab);
        expect(made()).toHaveLength(isMade ? 1 : 0);
        await pulled(desk, provider, resource);
        // The platform is asked once more before what may be there already is sent again.
        const { plan, items } = await preview(desk, tab);
        expect(items.filter(({ kind }) => kind !== 'change')).toEqual([]);
        expect(items).toHaveLength(isMade ? 0 : Object.keys(row(desk)).length);
        if (!isMade) await apply(desk, plan);
        expect(made()).toHaveLength(1);
        await expectSettled(desk, provider, resource, tab);
        expect(
          desk
            .tab(tab)
            .rows()
            .filter((each) => each[labelOf(desk, tab, name)] === 'Brand new'),
        ).toHaveLength(1);
      },
    );
  },
);
