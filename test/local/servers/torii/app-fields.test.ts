import { toriiClient, type ToriiClient } from './torii-client';

const SSO = {
  name: 'SSO enabled state',
  type: 'dropdown',
  formQuestion: 'Is SSO enabled?',
  options: [
    { value: 'Yes', label: 'Yes' },
    { value: 'No', label: 'No' },
  ],
};

const listed = async ({ get }: ToriiClient, id: number) =>
  (await get('/apps/fields')).body.fields.find((field: { id: number }) => field.id === id);

const idOf = ({ server }: ToriiClient, key: string): number =>
  server.data['appFields'].find((field: { systemKey: string }) => field.systemKey === key).id;

describe('writing app fields (Torii: postappsfields, putappsfieldsidfield, deleteappsfieldsidfield)', () => {
  it('makes a field with a key of its own, which apps then have', async () => {
    const client = await toriiClient({ apps: 2 });
    const { status, body } = await client.send('POST', '/apps/fields', SSO);
    const { name, type, options } = SSO;
    // The seeded tenant has a field of this name already. That the answer holds the field is inferred.
    const field = { id: expect.any(Number), systemKey: 'c_ssoEnabledState_1', name, type, options };
    expect([status, body]).toEqual([200, { field }]);
    expect(await listed(client, body.field.id)).toEqual(field);
    expect((await client.send('PUT', '/apps/1000', { c_ssoEnabledState_1: 'Yes' })).status).toBe(200);
    expect((await client.get('/apps/1000?fields=c_ssoEnabledState_1')).body.app).toEqual({
      c_ssoEnabledState_1: { value: 'Yes', label: 'Yes' },
    });
  });

  it.each([
    ['no name', { type: 'number' }],
    ['no type', { name: 'X' }],
    ['a type that cannot be made', { name: 'X', type: 'fileUpload' }],
    ['a key that it does not know', { name: 'X', type: 'number', systemKey: 'c_x' }],
    ['options that are no pairs', { name: 'X', type: 'dropdown', options: ['a'] }],
    ['options of a number', { name: 'X', type: 'number', options: SSO.options }],
    ['a question that is no text', { name: 'X', type: 'number', formQuestion: 1 }],
  ])('refuses %s', async (_, body) => {
    const { send } = await toriiClient({ apps: 1 });
    expect((await send('POST', '/apps/fields', body)).status).toBe(400);
  });

  it('changes a name and options; an option that is left out counts as deleted (body inferred)', async () => {
    const client = await toriiClient({ apps: 1 });
    const id = idOf(client, 'c_hosting');
    const options = [{ value: 'eu', label: 'Europe' }];
    expect((await client.send('PUT', `/apps/fields/${id}`, { name: 'Place', options })).status).toBe(200);
    expect(await listed(client, id)).toMatchObject({ name: 'Place', systemKey: 'c_hosting', options });
    const all = (await client.get('/apps/fields?includeDeletedOptions=true')).body.fields;
    expect(all.find((field: { id: number }) => field.id === id).options).toHaveLength(4);
    expect((await client.send('PUT', `/apps/fields/${id}`, { type: 'number' })).status).toBe(400);
  });

  it('deletes a field: it is not listed, and who names it is told so by name', async () => {
    const client = await toriiClient({ apps: 1 });
    const id = idOf(client, 'c_hosting');
    const { status, body } = await client.send('DELETE', `/apps/fields/${id}`);
    expect([status, body]).toEqual([204, undefined]);
    expect(await listed(client, id)).toBeUndefined();
    for (const answer of [
      await client.get('/apps?fields=id,c_hosting'),
      await client.send('PUT', '/apps/1000', { name: 'New', c_hosting: 'eu' }),
    ]) {
      expect([answer.status, answer.body.message]).toEqual([400, expect.stringContaining('c_hosting')]);
    }
    expect((await client.send('DELETE', `/apps/fields/${id}`)).status).toBe(404);
    const { customFields } = (await client.get('/apps/metadata?q=hosting')).body;
    expect(customFields).toContainEqual(expect.objectContaining({ idField: id, isDeleted: true }));
  });

  it('leaves predefined fields alone', async () => {
    const client = await toriiClient({ apps: 1 });
    const { fields } = (await client.get('/apps/fields')).body;
    const { id } = fields.find((field: { systemKey: string }) => field.systemKey === 'state');
    expect((await client.send('DELETE', `/apps/fields/${id}`)).status).toBe(400);
    expect((await client.send('PUT', `/apps/fields/${id}`, { name: 'X' })).status).toBe(400);
  });
});
