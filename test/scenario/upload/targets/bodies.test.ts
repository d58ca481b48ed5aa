/** Each target from a pasted CSV to the platform: the body that arrives, the log, the next upload and the question about fewer records. */
import type { Desk } from '../../../../local/desk';
import { connectedDesk } from '../../desks';
import { expectedBody, exportRows } from '../example-file';
import { pasteTab } from '../pasted-tab';
import { checked, instanceDesk, lines, sent } from '../sending';

interface Case {
  readonly target: string;
  /** CSV of the tab and file with the body that is expected of it. */
  readonly file: string;
  /** Other tabs of the upload, by target: each with its CSV. */
  readonly others?: Readonly<Record<string, string>>;
  readonly mapping?: Readonly<Record<string, string | readonly string[]>>;
  readonly options?: Readonly<Record<string, unknown>>;
  /** Of the first upload. */
  readonly counts: Readonly<Record<string, unknown>>;
  readonly outcome: 'taken' | 'done';
  readonly route: string;
  /** What the check says when the last rows are gone. */
  readonly fewer?: RegExp;
  /** Where the platform only adds: a row more, and what of the tab is sent then. */
  readonly news?: { readonly row: readonly string[]; readonly body: unknown };
}

const CASES: readonly Case[] = [
  {
    target: 'torii.customIntegration',
    file: 'app-users.json',
    options: {
      values: { status: { Parked: 'deleted' } },
      licences: { Pro: { price: 49.99, unassigned: 8 }, Spare: { unassigned: 2 } },
    },
    counts: { rows: 6, records: 5, users: 5, licenses: 4, assignments: 6, merged: 1, errors: 0 },
    outcome: 'taken',
    route: 'by form',
    fewer: /^3 of 5 users fewer than last time \(60 %\)\. Torii’s documents do not say/,
  },
  {
    target: 'torii.expenses',
    file: 'card.csv',
    mapping: {
      transactionDate: 'Posting date',
      description: ['Merchant', 'Memo'],
      amount: 'Amount',
      currency: 'Ccy',
      reportingUser: 'Cardholder email',
    },
    counts: { rows: 5, records: 5, merged: 0, errors: 0 },
    outcome: 'done',
    route: 'by form',
    news: {
      row: ['2026-02-01', 'Miro', 'Team', '96', 'EUR', ''],
      body: 'Transaction date,Description,Amount,Currency\r\n2026-02-01,Miro Team,96.00,EUR\r\n',
    },
  },
  {
    target: 'torii.gluu',
    file: 'gluu.csv',
    mapping: {
      email: 'Mail',
      name: 'Display name',
      status: 'gluuStatus',
      roles: 'Member of',
      lastUsedDate: 'Last logon',
      licenses: 'Licences',
    },
    counts: { rows: 2, records: 2, errors: 0 },
    outcome: 'taken',
    route: 'by form',
    fewer: /^1 of 2 users fewer than last time/,
  },
  {
    target: 'zluri.users',
    file: 'zluri-users.json',
    counts: { rows: 3, records: 3, errors: 0 },
    outcome: 'taken',
    route: 'in 1 page',
    fewer: /^2 of 3 users fewer .* Zluri counts users that are missing as gone or inactive\./,
  },
  {
    target: 'zluri.groups',
    file: 'groups.json',
    counts: { rows: 3, records: 2, merged: 1, errors: 0 },
    outcome: 'taken',
    route: 'in 1 page',
    fewer: /^1 of 2 groups fewer/,
  },
  {
    target: 'zluri.group_users',
    file: 'group-users.json',
    others: { 'zluri.users': 'zluri-users.csv', 'zluri.groups': 'groups.csv' },
    counts: { rows: 9, records: 3, errors: 0 },
    outcome: 'taken',
    route: 'in 3 pages',
    fewer: /^2 of 3 memberships fewer/,
  },
  {
    target: 'zluri.user_activity',
    file: 'activity.json',
    others: { 'zluri.users': 'zluri-users.csv' },
    counts: { rows: 7, records: 4, merged: 0, errors: 0 },
    outcome: 'taken',
    route: 'in 2 pages',
    news: {
      row: ['u1', 'ann@example.com', '2026-03-01T10:00:00Z', 'Figma', 'login'],
      body: [
        {
          unique_id: 'u1',
          email: 'ann@example.com',
          last_used: '2026-03-01T10:00:00Z',
          app: 'Figma',
          activity: 'login',
        },
      ],
    },
  },
  {
    target: 'zluri.transactions',
    file: 'invoices.json',
    counts: { rows: 3, records: 3, errors: 0 },
    outcome: 'taken',
    route: 'in 1 page',
    news: {
      row: ['INV-3', '2026-02-05', 'Pro plan', '1300', 'USD', 'Figma'],
      body: [
        {
          id: 'INV-3',
          transaction_date: '2026-02-05T00:00:00Z',
          transaction_description: 'Pro plan',
          transaction_amount: 1300,
          transaction_currency: 'USD',
          vendor_name: 'Figma',
        },
      ],
    },
  },
  {
    target: 'zluri.contracts',
    file: 'contracts.json',
    counts: { rows: 2, records: 2, errors: 0 },
    outcome: 'taken',
    route: 'in 1 page',
    news: {
      row: ['C-3', 'Miro', 'Miro', '2026-03-01', '2027-02-28'],
      body: [
        {
          unique_id: 'C-3',
          name: 'Miro',
          vendor_name: 'Miro',
          start_date: '2026-03-01',
          end_date: '2027-02-28',
        },
      ],
    },
  },
];

const TAB = 'Pasted';

test.each(CASES)('$target', async (each) => {
  const { target, file, mapping, counts, outcome, route, fewer, news } = each;
  const { on, place } = await deskFor(each);
  const offered = (await on.api('uploadTargets')) as { target: string }[];
  expect(offered.map((one) => one.target)).toContain(target);
  const found = await on.api('uploadMapping', { tab: TAB, target });
  expect(found.missing).toEqual([]);
  if (mapping) await on.api('uploadRemember', { tab: TAB, target, mapping, options: {} });

  const options = { ...(each.options ?? {}), ...place, ...companions(each) };
  const check = await checked(on, target, options, TAB);
  expect(check).toMatchObject({ counts, hindrances: [], route });
  expect(check).not.toHaveProperty('question');
  const job = await sent(on, target, options, TAB);
  expect(job.error).toBeUndefined();
  expect(job).toMatchObject({
    state: 'done',
    result: { outcome, route },
    progress: { done: sentInAll(check), total: sentInAll(check) },
  });
  expect(arrived(on, target)).toEqual([expectedBody(`targets/expected/${file}`)]);
  expect(await lines(on)).toMatchObject([{ tab: TAB, target, end: 'done', route, records: counts.records }]);
  expect(on.tab('Uploads').rows()).toMatchObject([{ Who: 'ada@example.com', Tab: TAB, Rows: counts.rows }]);

  // The next one of the same tab, hours later: with a row more, or with its last ones gone.
  await on.clock.advance({ hours: 7 });
  const sheet = on.workbook.sheet(TAB)!;
  if (news) {
    sheet.write(Number(counts.rows) + 2 - companionRows(each), 1, [[...news.row]], on.user);
  } else {
    const kept = target === 'torii.customIntegration' ? 3 : 2;
    sheet.deleteRows(kept + 1, sheet.maxRows - kept);
  }
  const again = await checked(on, target, options, TAB);
  const order = { tab: TAB, target, options: { ...options, seal: again.seal, confirmed: true } };
  if (fewer) {
    expect(again.question).toMatch(fewer);
    const unanswered = { ...order, options: { ...order.options, confirmed: false } };
    await expect(on.api('uploadSend', unanswered)).rejects.toMatchObject({ code: 'CONFIRM_FIRST' });
  } else expect(again).not.toHaveProperty('question');
  const second = (await on.api('uploadSend', order)) as { job: string };
  expect(await on.run(second.job)).toMatchObject({ state: 'done' });
  expect(arrived(on, target)).toHaveLength(2);
  if (news) expect(arrived(on, target)[1]).toEqual(news.body);
  expect(await lines(on)).toMatchObject([{ end: 'done', kept: true }, { end: 'done' }]);
});

/** Records of all parts. */
function sentInAll(check: object): number {
  const { parts } = (check as { counts: { parts: Record<string, number> } }).counts;
  return Object.values(parts).reduce((sum, records) => sum + records, 0);
}

/** Rows of the other tabs, which count as well. */
function companionRows({ others = {} }: Case): number {
  return Object.values(others).reduce((sum, csv) => sum + exportRows(`targets/exports/${csv}`).length - 1, 0);
}

async function deskFor({ target, file, others = {} }: Case): Promise<{ on: Desk; place: object }> {
  const isTorii = target.startsWith('torii.');
  const { on, instance } = isTorii ? { on: await connectedDesk(), instance: '' } : await instanceDesk({});
  for (const [name, csv] of Object.entries(others)) {
    await pasteTab(on, name, exportRows(`targets/exports/${csv}`));
  }
  await pasteTab(on, TAB, exportRows(`targets/exports/${file.replace('.json', '.csv')}`));
  const [account] = on.torii.data.appAccounts as { id: number }[];
  const place = isTorii ? String(account?.id) : instance;
  return { on, place: target === 'torii.expenses' ? {} : { place } };
}

function companions({ others }: Case): object {
  return others ? { with: Object.keys(others).map((target) => ({ tab: target, target })) } : {};
}

/** The text of each file at Torii, parsed where it is JSON; at Zluri the records of each page of this entity. */
function arrived(on: Desk, target: string): unknown[] {
  if (target.startsWith('torii.')) {
    const files = on.torii.data.files as { text: string; fileName: string }[];
    return files.map(({ text, fileName }) => (fileName.endsWith('.json') ? JSON.parse(text) : text));
  }
  const syncs = on.zluri.data.syncs as { pages: { entity_name: string; data: object[] }[] }[];
  const pages = syncs.flatMap((sync) => sync.pages);
  return pages.filter((page) => `zluri.${page.entity_name}` === target).map(({ data }) => data);
}
