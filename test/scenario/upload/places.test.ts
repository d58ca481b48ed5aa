/** Choosing where an upload goes to: typed in, listed, or made, each once. */
import type { Desk } from '../../../local/desk';
import { connectedDesk, desk } from '../desks';
import { CUSTOM, instanceDesk, membersDesk, sent } from './sending';

const USERS = 'zluri.users';

interface Places {
  places: { place: string; title: string; app?: string }[];
  canCreate: boolean;
  canCreateApp: boolean;
}

async function places(on: Desk, target: string): Promise<Places> {
  return (await on.api('uploadPlaces', { target })) as Places;
}

test('an id that is typed in is remembered with the file', async () => {
  const { on, account } = await membersDesk();
  expect(await places(on, CUSTOM)).toEqual({ places: [], canCreate: true, canCreateApp: true });
  await on.api('uploadPlace', { target: CUSTOM, place: ` ${account} `, title: 'Figma' });
  await on.api('uploadPlace', { target: CUSTOM, place: account, title: 'Figma', app: '77' });
  expect((await places(on, CUSTOM)).places).toEqual([{ place: account, title: 'Figma', app: '77' }]);
  await sent(on, CUSTOM, { place: account });
  expect(await on.api('uploads')).toMatchObject([{ place: `Figma (${account})` }]);
  await expect(
    on.api('uploadPlace', { target: CUSTOM, place: 'not an id', title: 'Figma' }),
  ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

test('an app and its account are made from here, each once', async () => {
  const on = await connectedDesk();
  const order = { target: CUSTOM, title: 'Our own tool', create: true };
  const made = (await on.api('uploadPlace', order)) as { place: string; title: string; app: string };
  expect(made.title).toBe('Our own tool');
  const accounts = (): { id: number; idApp: number }[] =>
    (on.torii.data.appAccounts as { id: number; idApp: number }[]).filter(
      ({ idApp }) => String(idApp) === made.app,
    );
  expect(accounts().map(({ id }) => String(id))).toEqual([made.place]);
  expect(
    (on.torii.data.apps as { name: string }[]).filter(({ name }) => name === 'Our own tool'),
  ).toHaveLength(1);
  expect((await places(on, CUSTOM)).places).toEqual([made]);
});

test('where nobody knows whether it was made it is not made again by itself', async () => {
  const on = await connectedDesk();
  const [app] = on.torii.data.apps as { id: number }[];
  const order = { target: CUSTOM, title: 'Figma', app: String(app?.id), create: true };
  on.torii.fault({ match: 'POST /v1.0/services/custom', cut: true, times: 1 });
  const before = on.requests.filter(({ url }) => url.endsWith('/services/custom')).length;
  await expect(on.api('uploadPlace', order)).rejects.toMatchObject({ code: 'PLACE_UNCONFIRMED' });
  expect(on.requests.filter(({ url }) => url.endsWith('/services/custom'))).toHaveLength(before + 1);
});

test('a making that was cut off is told before it is made again', async () => {
  const on = await connectedDesk();
  const [app] = on.torii.data.apps as { id: number }[];
  const order = { target: CUSTOM, title: 'Figma', app: String(app?.id), create: true };
  on.kill({ afterRequests: 1 });
  await expect(on.api('uploadPlace', order)).rejects.toThrow();
  await expect(on.api('uploadPlace', order)).rejects.toMatchObject({ code: 'PLACE_UNCONFIRMED' });
  expect(await on.api('uploadPlace', order)).toMatchObject({ title: 'Figma' });
});

test('instances are listed, and one that is there by that name is taken', async () => {
  const { on, instance } = await instanceDesk({});
  const { places: listed } = await places(on, USERS);
  expect(listed).toMatchObject([{ place: instance, title: 'Figma by sheet' }]);
  const again = await on.api('uploadPlace', {
    target: USERS,
    title: 'figma by sheet',
    app: listed[0]?.app,
    create: true,
  });
  expect(again).toMatchObject({ place: instance });
  expect(on.zluri.data.instances).toHaveLength(1);
});

test('an instance whose answer was lost is found', async () => {
  const opened = await desk();
  const [user] = opened.zluri.data.users as { user_email: string }[];
  // Whoever makes one has to be known there.
  const on = opened.as(user?.user_email ?? '');
  await on.api('connect', { provider: 'zluri', apiKey: on.zluri.apiKey });
  const [app] = (await on.api('uploadApps', { target: USERS, text: '' })) as { app: string }[];
  on.kill({ afterRequests: 2 });
  const order = { target: USERS, title: 'By sheet', app: app?.app, create: true };
  await on.api('uploadPlace', order).catch(() => undefined);
  const place = await on.api('uploadPlace', order);
  expect(place).toMatchObject({ title: 'By sheet' });
  expect(on.zluri.data.instances).toHaveLength(1);
});

test('whoever is not known in Zluri is told so, and may name others who are', async () => {
  const opened = await desk();
  const on = opened.as('stranger@example.com');
  await on.api('connect', { provider: 'zluri', apiKey: on.zluri.apiKey });
  const [app] = (await on.api('uploadApps', { target: USERS, text: '' })) as { app: string }[];
  const order = { target: USERS, title: 'By sheet', app: app?.app, create: true };
  await expect(on.api('uploadPlace', order)).rejects.toMatchObject({
    code: 'PLACE_REFUSED',
    what: expect.stringMatching(/did not make the integration instance “By sheet”.*no user with this email/),
    next: expect.stringContaining('must be a user of Zluri'),
  });
  const [user] = on.zluri.data.users as { user_email: string }[];
  const named = await on.api('uploadPlace', { ...order, emails: [user?.user_email] });
  expect(named).toMatchObject({ title: 'By sheet', app: app?.app });
});

test('who is at the desk can make an instance without more ado', async () => {
  const on = await desk();
  await on.api('connect', { provider: 'zluri', apiKey: on.zluri.apiKey });
  const [app] = (await on.api('uploadApps', { target: USERS, text: '' })) as { app: string }[];
  const place = await on.api('uploadPlace', {
    target: USERS,
    title: 'By sheet',
    app: app?.app,
    create: true,
  });
  expect(on.zluri.data.instances).toMatchObject([{ instance_id: (place as { place: string }).place }]);
});

test('an account that this file has made for an app is not made again', async () => {
  const on = await connectedDesk();
  const [app] = on.torii.data.apps as { id: number }[];
  const order = { target: CUSTOM, title: 'Figma, “ours”', app: String(app?.id), create: true };
  const made = await on.api('uploadPlace', order);
  expect(await on.api('uploadPlace', order)).toEqual(made);
});
