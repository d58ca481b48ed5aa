/** “Check now”: what a platform has by now, against what was sent. */
import type { Job } from '../desks';
import { CUSTOM, lines, membersDesk, sent } from './sending';

test('users who have not arrived yet are named, and those who have are counted', async () => {
  const { on, account } = await membersDesk();
  const { idApp } = (on.torii.data.appAccounts as { id: number; idApp: number }[]).find(
    ({ id }) => String(id) === account,
  )!;
  await on.api('uploadPlace', { target: CUSTOM, place: account, title: 'Figma', app: String(idApp) });
  await sent(on, CUSTOM, { place: account });
  const [line] = await lines(on);
  const verify = async (): Promise<Job> => {
    const { job } = (await on.api('uploadVerify', { upload: line?.upload })) as { job: string };
    return (await on.run(job)) as Job;
  };
  const early = await verify();
  expect(early).toMatchObject({
    state: 'done',
    result: { sent: 2, missingCount: 2, missing: ['ann@example.com', 'cy@example.com'] },
  });
  await on.clock.advance({ minutes: 5 });
  const late = await verify();
  expect(late).toMatchObject({ state: 'done', result: { sent: 2, missingCount: 0 } });
  expect(on.tab('Uploads').rows()[0]?.Checked).toContain('All 2 users');
  // It brings nothing into a tab: the Activity log does not tell of it.
  expect(((await on.api('activity')) as { action: string }[]).map(({ action }) => action)).toEqual([
    'Upload',
  ]);
});

test('without knowing the app nobody can look, and what is not kept cannot be compared', async () => {
  const { on, account } = await membersDesk();
  await sent(on, CUSTOM, { place: account });
  const [line] = await lines(on);
  await expect(on.api('uploadVerify', { upload: line?.upload })).rejects.toMatchObject({
    code: 'PLACE_WITHOUT_APP',
  });
  await expect(on.api('uploadVerify', { upload: 'u0' })).rejects.toMatchObject({ code: 'UNKNOWN_UPLOAD' });
});
