/** The same CSV, with days before months and commas before cents, pasted into files of several countries. */
import type { Desk } from '../../../../local/desk';
import { connectedDesk } from '../../desks';
import { expectedBody, exportRows } from '../example-file';
import { pasteTab } from '../pasted-tab';
import { CUSTOM, sent } from '../sending';

const ROWS = exportRows('targets/exports/slashed.csv');
const DATE = 3;
const EXPECTED = expectedBody('targets/expected/slashed.json');

interface Check {
  problems: { severity: string; code: string; row?: number; column?: string; message: string }[];
}

/** Where `plain`, Sheets was told to leave the texts as they are. */
async function pasted(locale: string, plain: boolean): Promise<{ on: Desk; check: Check; place: string }> {
  const on = await connectedDesk({ locale });
  const place = String((on.torii.data.appAccounts as { id: number }[])[0]?.id);
  await pasteTab(on, 'Export', plain ? ROWS.map((row) => row.map((cell) => `'${cell}`)) : ROWS);
  const check = (await on.api('uploadCheck', { tab: 'Export', target: CUSTOM, options: { place } })) as Check;
  return { on, check, place };
}

async function sentBody(on: Desk, place: string, options: object = {}): Promise<unknown> {
  expect(await sent(on, CUSTOM, { place, ...options }, 'Export')).toMatchObject({ state: 'done' });
  return JSON.parse((on.torii.data.files as { text: string }[]).at(-1)?.text ?? '');
}

test.each(['de_DE', 'fr_FR', 'en_GB'])(
  'in a file of %s, which writes the day first, all of it is read as it was meant',
  async (locale) => {
    const { on, check, place } = await pasted(locale, false);
    expect(check.problems).toEqual([]);
    expect(await sentBody(on, place)).toEqual(EXPECTED);
  },
);

test.each(['en_US', 'ja_JP', 'de_DE'])('as plain text it is read in a file of %s', async (locale) => {
  const { on, check, place } = await pasted(locale, true);
  expect(check.problems).toEqual([]);
  expect(await sentBody(on, place)).toEqual(EXPECTED);
});

// Sheets makes the fifth of January the first of May there before anybody can look: it cannot be undone, but it can be told.
test.each(['en_US', 'ja_JP'])(
  'in a file of %s Sheets turns some dates round, and the check says which',
  async (locale) => {
    const { on, check, place } = await pasted(locale, false);
    expect(on.tab('Export').values()[1]?.[DATE]).toBeInstanceOf(Date);
    expect(on.tab('Export').values()[2]?.[DATE]).toBe('24/12/2025');
    expect(check.problems).toMatchObject([
      { severity: 'warning', code: 'mixedDates', row: 2, column: 'Last used' },
    ]);
    expect(check.problems[0]?.message).toContain('2026-05-01 may stand for 2026-01-05');
    expect(on.tab('Export').notes()[1]?.[DATE]).toContain('2026-05-01 may stand for 2026-01-05');
    await on.tab('Export').type('D2', '2026-01-05');
    expect(await sentBody(on, place)).toEqual(EXPECTED);
  },
);

describe('dates that say nothing of their order', () => {
  const unclear = [
    ['Email', 'Last used'],
    ['ann@example.com', "'05/01/2026"],
    ['bob@example.com', "'03/02/2026"],
  ];

  test.each([
    ['en_US', ['2026-05-01', '2026-03-02']],
    ['de_DE', ['2026-01-05', '2026-02-03']],
  ])(
    'are read as in a file of %s, which the check says, and in another order by choice',
    async (locale, days) => {
      const on = await connectedDesk({ locale });
      const place = String((on.torii.data.appAccounts as { id: number }[])[0]?.id);
      await pasteTab(on, 'Export', unclear);
      const { problems } = (await on.api('uploadCheck', {
        tab: 'Export',
        target: CUSTOM,
        options: { place },
      })) as Check;
      expect(problems).toMatchObject([{ severity: 'note', code: 'unclearDate', column: 'Last used' }]);
      expect(problems[0]?.message).toContain(`“05/01/2026” was read as ${days[0]}`);
      const lastUsed = (body: unknown): string[] =>
        (body as { users: { lastUsedDate: string }[] }).users.map(({ lastUsedDate }) => lastUsedDate);
      expect(lastUsed(await sentBody(on, place))).toEqual(days);
      await on.clock.advance({ minutes: 10 });
      const body = await sentBody(on, place, { dayOrder: 'dmy' });
      expect(lastUsed(body)).toEqual(['2026-01-05', '2026-02-03']);
    },
  );
});
