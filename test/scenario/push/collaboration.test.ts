/** Several people at one file: who has no key prepares, who has one sends, and the journal names both. No key is ever written down. */
import type { Desk } from '../../../local/desk';
import { wholeFile } from '../whole-file';
import { apply, edit, type Id, journal, nthId, preview, pulled, pulledDesk, push, remote } from './push-desk';

const FIELDS = ['name', 'category', 'state', 'primaryOwner'];
const COLLEAGUE = 'bo@example.com';

let desk: Desk;
let colleague: Desk;
let id: Id;

beforeEach(async () => {
  desk = await pulledDesk('torii', 'apps', {
    fields: FIELDS,
    prepare: (on) => {
      for (const app of on.torii.data.apps) app.category = 'Chat';
    },
  });
  colleague = desk.as(COLLEAGUE);
  await colleague.opened;
  id = nthId(desk, 'torii', 'apps', 0);
});
afterEach(() => desk.close());

test('a colleague without a key sees the edits against the last refresh, asks the platform nothing, and cannot send', async () => {
  await edit(colleague, 'Apps', id, { category: 'Talk', state: 'Nonsense' });
  const asked = desk.requests.length;
  const shown = await preview(colleague, 'Apps');
  expect(shown).toMatchObject({ live: false, madeBy: COLLEAGUE, counts: { cells: 1, problems: 1 } });
  expect(desk.requests).toHaveLength(asked);
  await expect(apply(colleague, shown.plan)).rejects.toMatchObject({ code: 'NOT_CONNECTED' });
});

test('one person prepares and another sends: the platform is asked before, and the journal names both', async () => {
  await edit(colleague, 'Apps', id, { category: 'Talk' });
  const { plan } = await preview(colleague, 'Apps');
  expect(await desk.api('plan', { tab: 'Apps' })).toMatchObject({ plan, madeBy: COLLEAGUE });
  expect(await apply(desk, plan)).toMatchObject({ state: 'done', result: { sent: 1 } });
  expect(await journal(desk, plan)).toMatchObject([
    {
      who: 'ada@example.com',
      preparedBy: COLLEAGUE,
      field: 'category',
      before: 'Chat',
      after: 'Talk',
      outcome: 'sent',
    },
  ]);
  expect(await desk.api('pushes')).toMatchObject([{ who: 'ada@example.com', preparedBy: COLLEAGUE }]);
});

test('what a colleague prepared is refused where the platform says something else by now', async () => {
  await edit(colleague, 'Apps', id, { category: 'Talk' });
  const { plan } = await preview(colleague, 'Apps');
  desk.torii.edit('apps', id, { category: 'Theirs' });
  const end = await apply(desk, plan).catch((problem: unknown) => ({ error: problem as { code: string } }));
  expect(end.error?.code).toBe('PLAN_OUTDATED');
  expect(remote(desk, 'torii', 'apps', id)?.['category']).toBe('Theirs');
});

test('the marker of a key is in no cell, no note, no shared store, no log and no answer', async () => {
  const answers: unknown[] = [];
  const say = async (method: string, payload: object = {}) => {
    const answer: unknown = await desk.api(method, payload).catch((problem: unknown) => String(problem));
    answers.push(answer);
    return answer as { plan: string };
  };
  await edit(desk, 'Apps', id, { category: desk.torii.apiKey.slice(0, 4), name: 'Renamed' });
  await edit(desk, 'Apps', nthId(desk, 'torii', 'apps', 1), { category: 'Talk' });
  // The platform repeats the key in its refusal.
  desk.torii.fault({
    match: /^PUT /,
    status: 400,
    body: JSON.stringify({ message: `Bearer ${desk.torii.apiKey} may not do this` }),
  });
  const { plan } = await say('preview', { tab: 'Apps' });
  answers.push(await apply(desk, plan));
  desk.torii.fault({ match: /^PUT /, cut: 'after', times: 9 });
  answers.push(await push(desk, 'Apps').catch(String));
  for (const [method, payload] of [
    ['journal', {}],
    ['pushes', {}],
    ['activity', { limit: 50 }],
    ['status', {}],
    ['undo', {}],
    ['plan', { tab: 'Apps' }],
  ] as const) {
    await say(method, payload);
  }
  await pulled(desk, 'torii', 'apps');
  const { document, script } = desk.stores();
  const notes = desk.tabs({ hidden: true }).map((tab) => desk.tab(tab).notes());
  const { tabs } = wholeFile(desk) as { tabs: unknown };
  const everything = JSON.stringify([
    ...answers,
    ...[tabs, notes, document, script, desk.dialogs, desk.toasts, desk.mails],
    desk.executions.map(({ logs, error }) => [logs, String(error)]),
    desk.requests.map(({ url, body }) => [url, body]),
  ]);
  expect(everything).not.toContain(desk.torii.apiKey);
});
