/** What each template makes of a vendor's export, as it arrives at either platform: the same for columns in another order and spelling. */
import type { Desk } from '../../../../local/desk';
import { exportRows, expectedBody } from '../example-file';
import { pasteTab } from '../pasted-tab';
import { CUSTOM, lines, sent, instanceDesk } from '../sending';
import { connectedDesk } from '../../desks';

const FILES = {
  figma: 'figma',
  stripe: 'stripe',
  autodesk: 'autodesk',
  coupa: 'coupa',
  hr: 'hr',
  workspaceOne: 'workspace-one',
  blank: 'blank',
};
const CASES = Object.entries(FILES).flatMap(([template, file]) => [
  { template, file, variant: file },
  { template, file, variant: `${file}-other` },
]);

interface Mapped {
  template: string;
  origin: string;
  missing: string[];
}

async function mapped(on: Desk, target: string): Promise<Mapped> {
  return (await on.api('uploadMapping', { tab: 'Export', target })) as Mapped;
}

test.each(CASES)('$variant.csv at Torii', async ({ template, file, variant }) => {
  const on = await connectedDesk();
  await pasteTab(on, 'Export', exportRows(`templates/exports/${variant}.csv`));
  expect(await mapped(on, CUSTOM)).toMatchObject({ template, missing: [] });

  const [account] = on.torii.data.appAccounts as { id: number }[];
  const job = await sent(on, CUSTOM, { place: String(account?.id) }, 'Export');
  expect(job.error).toBeUndefined();
  const [arrived] = on.torii.data.files as { text: string }[];
  expect(JSON.parse(arrived?.text ?? '')).toEqual(expectedBody(`templates/expected/${file}.torii.json`));
  // The local server accepts nothing that the documents do not allow, and it has begun to read this.
  expect(on.torii.data.syncs).toHaveLength(1);
  expect(await lines(on)).toMatchObject([{ end: 'done', tab: 'Export', target: CUSTOM }]);
});

test.each(CASES)('$variant.csv at Zluri', async ({ template, file, variant }) => {
  const { on, instance } = await instanceDesk({});
  await pasteTab(on, 'Export', exportRows(`templates/exports/${variant}.csv`));
  expect(await mapped(on, 'zluri.users')).toMatchObject({ template, missing: [] });

  const job = await sent(on, 'zluri.users', { place: instance }, 'Export');
  expect(job.error).toBeUndefined();
  const [sync] = on.zluri.data.syncs as { status: string; pages: { data: object[] }[] }[];
  expect(sync?.status).toBe('completed');
  expect(sync?.pages.map(({ data }) => data)).toEqual([
    expectedBody(`templates/expected/${file}.zluri.json`),
  ]);
});
