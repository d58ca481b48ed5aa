import { toriiClient } from './torii-client';

const TYPES =
  `number singleLine multiLine email currency cardNumber datePicker dropdown dropdownMulti usersDropdown user bool
  fileUpload contractsDropdownMulti usersDropdownMulti appUserAccount multiValueString`.split(/\s+/);

describe('field lists (Torii: getappsfields, getcontractsfields, getusersfields, getappsmetadata)', () => {
  it.each(['apps', 'contracts', 'users'])('%s have fields of every type', async (resource) => {
    const { get } = await toriiClient();
    const { fields } = (await get(`/${resource}/fields`)).body;
    expect(new Set(fields.map((field: { type: string }) => field.type))).toEqual(new Set(TYPES));
  });

  it('lists options, the deleted ones on demand', async () => {
    const { get } = await toriiClient();
    const hosting = async (query: string) => {
      const { fields } = (await get(`/apps/fields${query}`)).body;
      return fields.find((field: { systemKey: string }) => field.systemKey === 'c_hosting').options;
    };
    expect(await hosting('')).toHaveLength(3);
    expect(await hosting('?includeDeletedOptions=true')).toContainEqual({
      value: 'moon',
      label: 'Elsewhere',
    });
  });

  it('lists no deleted or hidden field of apps; can be asked for whole', async () => {
    const { get } = await toriiClient();
    const keys: string[] = (await get('/apps/fields')).body.fields.map(
      (f: { systemKey: string }) => f.systemKey,
    );
    expect(keys).not.toContain('c_oldCode');
    expect(keys).not.toContain('c_secret');
    const { status, body } = await get(`/apps?size=1&fields=${keys.join(',')}`);
    expect([status, Object.keys(body.apps[0])]).toEqual([200, keys]);
  });

  it('calls the key of a user field `key`, gives no options and marks deleted fields', async () => {
    const { get } = await toriiClient();
    const { fields } = (await get('/users/fields?q=code')).body;
    expect(fields).toEqual([
      expect.objectContaining({ key: 'gsuite_oldCode', isDeleted: true, idOrg: 10, sourceIdApp: 1000 }),
    ]);
    expect(fields[0]).not.toHaveProperty('options');
  });

  it('describes fields without options in metadata, deleted ones too', async () => {
    const { get } = await toriiClient();
    const { predefinedFields, customFields } = (await get('/apps/metadata')).body;
    expect(predefinedFields).toContainEqual(
      expect.objectContaining({ systemKey: 'state', filterType: 'dropdown', feature: 'page.applications' }),
    );
    expect(customFields).toContainEqual(expect.objectContaining({ systemKey: 'c_oldCode', isDeleted: true }));
    expect(customFields[0]).not.toHaveProperty('options');
    expect((await get('/users/metadata?q=floor')).body.customFields).toHaveLength(1);
  });

  it('lists roles with how many people have them (Torii: getroles)', async () => {
    const { get } = await toriiClient();
    const { roles } = (await get('/roles')).body;
    expect(roles[0]).toMatchObject({ systemKey: 'admin', isAdmin: true, usersCount: 3 });
  });
});
