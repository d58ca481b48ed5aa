/** Whatever the check passes, the platform accepts; whatever the platform would refuse, the check finds. */
import fc from 'fast-check';
import type { Desk } from '../../../local/desk';
import { connectedDesk, type Job } from '../desks';
import { type Platform, type Rows, toriiDirectly, zluriDirectly } from './asked-directly';
import { type Cell, type Field, randomRows, spoiled, sureRow } from './random-rows';
import { lines } from './sending';

/** Cases of each test; RUNS=200 SEED=random looks further. */
const RUNS = Number(process.env['RUNS'] ?? 8);
const ROWS = 40;

const TARGETS = [
  ...['torii.customIntegration', 'torii.expenses', 'torii.gluu', 'zluri.users', 'zluri.groups'],
  ...['zluri.group_users', 'zluri.user_activity', 'zluri.transactions', 'zluri.contracts'],
];
const INSTANCE = '66f6e5b7d9a5f6a7b8c90010';

interface Target {
  readonly target: string;
  readonly provider: 'torii' | 'zluri';
  readonly fields: readonly Field[];
  readonly needs: readonly string[];
  readonly place?: object;
}

interface Problem {
  readonly severity: string;
  readonly row?: number;
  readonly tab?: string;
  readonly field?: string;
}

interface Check {
  readonly counts: {
    rows: number;
    records: number;
    merged: number;
    leftOut: number;
    errors: number;
    parts: Record<string, number>;
  };
  readonly problems: readonly Problem[];
  readonly hindrances: readonly string[];
  readonly seal: string;
}

/** The rows of an upload's tabs, those of the main one first. */
type Tabs = readonly (readonly (readonly Cell[])[])[];

let on: Desk;
let parts: readonly Target[];

/** With a place for either platform; `parts` are the target and those that go along, the main one first. */
async function prepare(name: string): Promise<void> {
  on = await connectedDesk();
  await on.api('connect', { provider: 'zluri', apiKey: on.zluri.apiKey });
  on.torii.options({ syncMinutes: 0 });
  const [app] = on.zluri.data.apps as { app_id: string }[];
  on.zluri.edit('instances', INSTANCE, {
    instance_id: INSTANCE,
    app_id: app?.app_id,
    instance_name: 'By sheet',
    notification_emails: ['it@example.com'],
    created_by: 'it@example.com',
    status: 'connected',
  });
  const targets = new Map(((await on.api('uploadTargets')) as Target[]).map((each) => [each.target, each]));
  parts = [name, ...(targets.get(name)?.needs ?? [])].flatMap((each) => targets.get(each) ?? []);
}

function place(): object {
  const [{ provider, place: needed } = {}] = parts as readonly Partial<Target>[];
  const [account] = on.torii.data.appAccounts as { id: number }[];
  return needed === undefined ? {} : { place: provider === 'torii' ? String(account?.id) : INSTANCE };
}

interface Order {
  readonly tab: string;
  readonly target: string;
  readonly options: object;
}

/** In plain tabs, until the work is done: what asks for their upload, and the cells as a script reads them. */
async function laidOut<Result>(
  tabs: Tabs,
  work: (order: (more?: object) => Order, read: readonly Rows[]) => Promise<Result>,
): Promise<Result> {
  const sheets = parts.map(({ fields }, at) => {
    const sheet = on.workbook.insertSheet(`Rows ${String(at)}`);
    sheet.write(
      1,
      1,
      [fields.map(({ label }) => label), ...(tabs[at] ?? [])].map((line) => [...line]),
      on.user,
    );
    return sheet;
  });
  const [main, ...others] = parts.map(({ target, fields }, at) => ({
    tab: `Rows ${String(at)}`,
    target,
    mapping: Object.fromEntries(fields.map(({ key, label }) => [key, label])),
  }));
  const read = parts.map(({ target, fields }, at) => ({
    target,
    fields,
    cells: on
      .tab(`Rows ${String(at)}`)
      .values()
      .slice(1) as Cell[][],
  }));
  try {
    if (!main) throw new Error('there is no such target');
    return await work(
      (more) => ({ ...main, options: { ...place(), with: others, again: true, ...more } }),
      read,
    );
  } finally {
    for (const sheet of sheets) on.workbook.deleteSheet(sheet);
  }
}

const checked = async (order: Order): Promise<Check> => (await on.api('uploadCheck', order)) as Check;

async function sentWhole(order: Order, { seal }: Check): Promise<Job> {
  const options = { ...order.options, seal, confirmed: true };
  const { job } = (await on.api('uploadSend', { ...order, options })) as { job: string };
  return (await on.run(job)) as Job;
}

/** All files that would be sent. */
async function filesOf(order: Order): Promise<{ entity: string; text: string }[]> {
  const files: { entity: string; text: string }[] = [];
  for (let part = 1, all = 1; part <= all; part += 1) {
    const file = (await on.api('uploadFile', { ...order, part })) as {
      name: string;
      text: string;
      parts: number;
    };
    files.push({ entity: file.name.replace(/-\d+\.json$/, ''), text: file.text });
    all = file.parts;
  }
  return files;
}

/** Records that the local server has read from the last upload. */
function arrived(): number {
  const { target } = parts[0] ?? {};
  if (target === 'torii.expenses') {
    return Number((on.torii.data.parsings as { totalTransactions: number }[]).at(-1)?.totalTransactions);
  }
  if (target?.startsWith('torii.')) {
    return Number((on.torii.data.syncs as { file: { users: object[] } }[]).at(-1)?.file.users.length);
  }
  const sync = (on.zluri.data.syncs as { status: string; pages: { data: object[] }[] }[]).at(-1);
  return sync?.status === 'completed' ? sync.pages.flatMap(({ data }) => data).length : NaN;
}

/** Which rows the check says cannot be sent, by part; of the cells, the field. */
function errorsIn({ problems }: Check, part: number): ReadonlyMap<number, readonly (string | undefined)[]> {
  const found = new Map<number, (string | undefined)[]>();
  for (const { severity, row, field, tab = 'Rows 0' } of problems) {
    if (severity !== 'error' || row === undefined || tab !== `Rows ${String(part)}`) continue;
    found.set(row - 2, [...(found.get(row - 2) ?? []), field]);
  }
  return found;
}

const total = (numbers: Readonly<Record<string, number>>): number =>
  Object.values(numbers).reduce((sum, each) => sum + each, 0);

const anyTabs = (): fc.Arbitrary<Tabs> =>
  fc.tuple(...parts.map(({ fields }) => randomRows(fields, ROWS).map((rows) => [sureRow(fields), ...rows])));

const OPTIONS = fc.record(
  {
    duplicates: fc.constantFrom('merge', 'refuse'),
    dayOrder: fc.constantFrom('dmy', 'mdy', 'ymd'),
    parsing: fc.constantFrom('automatic', 'manual'),
    licences: fc.dictionary(
      fc.constantFrom('Pro', 'pro', 'Team', ' ', '__proto__', 'New'),
      fc.record({ price: fc.constantFrom(0, 1.005, 12), unassigned: fc.nat(9) }, { requiredKeys: [] }),
    ),
    licenceRule: fc.record(
      {
        names: fc.dictionary(fc.constantFrom('Pro', 'Basic'), fc.constantFrom('Pro', 'Other', '', ' ')),
        fallback: fc.constantFrom('', 'None', ' '),
        inactiveWithoutUse: fc.constant(true),
      },
      { requiredKeys: ['names'] },
    ),
  },
  { requiredKeys: [] },
);

describe.each(TARGETS)('%s', (name) => {
  const directly = (): Promise<Platform> => (name.startsWith('torii.') ? toriiDirectly() : zluriDirectly());

  beforeEach(() => prepare(name));

  test('what the check passes of random rows, the platform accepts', async () => {
    await fc.assert(
      fc.asyncProperty(anyTabs(), OPTIONS, (tabs, options) =>
        laidOut(tabs, async (order) => {
          const check = await checked(order({ ...options, leaveOut: true }));
          const { rows, merged, leftOut, parts: records } = check.counts;
          expect([check.hindrances, total(records) + merged + leftOut]).toEqual([[], rows]);
          const job = await sentWhole(order({ ...options, leaveOut: true }), check);
          expect([job.state, job.error, arrived()]).toEqual(['done', undefined, total(records)]);
          expect((await lines(on))[0]).toMatchObject({ end: 'done' });
        }),
      ),
      { numRuns: RUNS },
    );
  }, 600_000);

  test('what the platform would refuse of random rows, the check finds or mends', async () => {
    const platform = await directly();
    const seen = { found: 0, mended: 0 };
    await fc.assert(
      fc.asyncProperty(anyTabs(), (tabs) =>
        laidOut(tabs, async (order, read) => {
          const check = await checked(order());
          const refused = await platform.refused(read);
          refused.forEach((rows, part) => {
            const errors = errorsIn(check, part);
            for (const row of rows) seen[errors.has(row) ? 'found' : 'mended'] += 1;
          });
          // Rows without an error are all in what would be sent, and nothing of that is refused.
          const { leftOut } = (await checked(order({ leaveOut: true }))).counts;
          const wrong = parts.map((_, part) => errorsIn(check, part).size);
          expect(leftOut).toBeGreaterThanOrEqual(wrong.reduce((sum, rows) => sum + rows, 0));
          expect(await platform.takes(name, await filesOf(order({ leaveOut: true })))).toBe(true);
        }),
      ),
      { numRuns: RUNS },
    );
    expect(seen.found + seen.mended).toBeGreaterThan(0);
  }, 600_000);

  test('a cell that spoils a good row is found where it is', async () => {
    const platform = await directly();
    const [{ fields } = { fields: [] as readonly Field[] }] = parts;
    const spoils = fields.flatMap((field, at) =>
      spoiled(field).map((cell) => ({ key: field.key, at, cell })),
    );
    const good = sureRow(fields);
    const rows = spoils.map(({ at, cell }) => good.map((usual, place) => (place === at ? cell : usual)));
    const others = parts.slice(1).map((part) => [sureRow(part.fields)]);
    await laidOut([[good, ...rows], ...others], async (order, read) => {
      const errors = errorsIn(await checked(order()), 0);
      const [refused = new Set<number>()] = await platform.refused(read);
      expect([errors.has(0), refused.has(0), refused.size > 0]).toEqual([false, false, true]);
      for (const row of refused) {
        const spoil = spoils[row - 1];
        expect({ spoil, found: errors.get(row) }).toMatchObject({
          found: expect.arrayContaining([spoil?.key]) as unknown,
        });
      }
    });
  });
});
