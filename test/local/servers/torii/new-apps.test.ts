import { toriiClient } from './torii-client';

describe('apps that are added to the Torii server', () => {
  it('are found in the catalogue, with all its keys (Torii: getappssearch)', async () => {
    const { get } = await toriiClient({ apps: [{ id: 1, name: 'Figma' }] });
    const { apps } = (await get('/apps/search?q=figma')).body;
    expect(apps).toContainEqual({ id: 1, name: 'Figma', category: '', imageUrl: '', url: '' });
    expect((await get('/apps/search?q=a&limit=50')).body.apps).toHaveLength(50);
    expect((await get('/apps/search?q=a')).body.apps).toHaveLength(5);
    expect((await get('/apps/search')).status).toBe(400);
    expect((await get('/apps/search?q=a&limit=51')).status).toBe(400);
  });

  it('come from the catalogue by its id (Torii: postapps)', async () => {
    const { get, send, server } = await toriiClient({ apps: [] });
    const [found] = (await get('/apps/search?q=salesforce')).body.apps;
    const { status, body } = await send('POST', '/apps', { idApp: found.id });
    expect([status, body.app]).toMatchObject([
      200,
      { id: found.id, name: 'Salesforce', state: 'discovered' },
    ]);
    expect(server.data.apps).toHaveLength(1);
    expect((await send('POST', '/apps', { idApp: found.id })).status).toBe(200);
    expect(server.data.apps).toHaveLength(1);
    expect((await send('POST', '/apps', { idApp: 5 })).status).toBe(404);
  });

  it('or are the organisation’s own (Torii: postappscustom)', async () => {
    const { get, send } = await toriiClient();
    const custom = {
      name: 'Internal CRM',
      state: 'sanctioned',
      url: 'https://crm.example',
      category: 'Developer Tools',
      description: 'Ours',
      tags: 'DevOps',
    };
    const { status, body } = await send('POST', '/apps/custom', custom);
    expect([status, body]).toEqual([200, { app: { id: expect.any(Number), isHidden: false, ...custom } }]);
    expect((await get(`/apps/${body.app.id}`)).body.app.name).toBe('Internal CRM');
    expect((await send('POST', '/apps/custom', { name: '' })).status).toBe(400);
    expect((await send('POST', '/apps/custom', { name: 'A', owner: 1 })).status).toBe(400);
  });
});
