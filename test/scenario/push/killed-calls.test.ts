/** A preview, or the call that starts a push, dies anywhere: doing it again puts everything right, and nothing was sent. */
import type { Desk } from '../../../local/desk';
import { apply, edit, type Id, nthId, preview, pulledDesk, remote, writes } from './push-desk';

/** STRIDE=1 kills at every single service call. */
const STRIDE = Number(process.env['STRIDE'] ?? 7);

let desk: Desk;
let id: Id;

/** With an edit, an edit that cannot be sent, a person's own colour and note, and an older preview of something else. */
async function prepared(): Promise<Desk> {
  desk = await pulledDesk('torii', 'apps', {
    fields: ['name', 'category', 'c_seatLimit'],
    prepare: (on) => {
      for (const app of on.torii.data.apps) Object.assign(app, { category: 'Chat', c_seatLimit: 3 });
    },
  });
  id = nthId(desk, 'torii', 'apps', 0);
  await edit(desk, 'Apps', nthId(desk, 'torii', 'apps', 2), { category: 'For a moment' });
  await preview(desk, 'Apps');
  await edit(desk, 'Apps', nthId(desk, 'torii', 'apps', 2), { category: 'Chat' });
  const sheet = desk.workbook.sheet('Apps');
  sheet?.restyle({ row: 2, column: 3, rows: 1, columns: 1 }, 'background', () => '#ff0000');
  sheet?.setNote(3, 4, 'Ask Ann about this one.');
  await edit(desk, 'Apps', id, { category: 'Mine' });
  await edit(desk, 'Apps', nthId(desk, 'torii', 'apps', 1), { c_seatLimit: 'many' });
  return desk;
}

const look = () => {
  const tab = desk.tab('Apps');
  return { values: tab.values(), notes: tab.notes(), backgrounds: tab.backgrounds() };
};

/** How many service calls the last execution made. */
const lastCalls = () => desk.executions.at(-1)?.calls ?? 0;

afterEach(() => desk.close());

test('a preview', async () => {
  await prepared();
  const { items } = await preview(desk, 'Apps');
  const [calm, calls] = [look(), lastCalls()];
  // The person's own colour and note come back once the marks go.
  await edit(desk, 'Apps', id, { category: 'Chat' });
  await edit(desk, 'Apps', nthId(desk, 'torii', 'apps', 1), { c_seatLimit: '3' });
  await preview(desk, 'Apps');
  const bare = look();
  expect(
    bare.backgrounds
      .slice(1)
      .flat()
      .filter((color) => color !== '#ffffff'),
  ).toEqual(['#ff0000']);
  expect(bare.notes.slice(1).flat().filter(Boolean)).toEqual(['Ask Ann about this one.']);
  for (let at = 2; at < calls; at += STRIDE) {
    await desk.close();
    await prepared();
    desk.kill({ afterServiceCalls: at });
    await expect(preview(desk, 'Apps')).rejects.toThrow();
    const again = await preview(desk, 'Apps');
    expect({ at, items: again.items, ...look() }).toEqual({ at, items, ...calm });
    expect(writes(desk)).toEqual([]);
  }
});

test('the start of a push', async () => {
  await prepared();
  await desk.api('apply', { plan: (await preview(desk, 'Apps')).plan });
  const calls = lastCalls();
  for (let at = 2; at < calls; at += STRIDE) {
    await desk.close();
    await prepared();
    const { plan } = await preview(desk, 'Apps');
    desk.kill({ afterServiceCalls: at });
    await expect(desk.api('apply', { plan })).rejects.toThrow();
    expect(await apply(desk, plan)).toMatchObject({ state: 'done', result: { sent: 1 } });
    expect(remote(desk, 'torii', 'apps', id)?.['category']).toBe('Mine');
    expect(writes(desk)).toHaveLength(1);
  }
});
