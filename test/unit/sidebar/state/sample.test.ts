/** Samples of what is sent, as tables. */
import { sampleTables, sampleText } from '../../../../sidebar/state/sample';

test('every list of records is a table, with the columns of all of them', () => {
  const sample = {
    users: [
      { email: 'ann@halden.example', roles: ['admin', 'editor'] },
      { email: 'bo@halden.example', active: false },
    ],
    licenses: [{ name: 'Full', users: [{ email: 'ann@halden.example', licenseStatus: 'active' }] }],
  };
  expect(sampleTables(sample)).toEqual([
    {
      ...{ name: 'users', columns: ['email', 'roles', 'active'] },
      rows: [
        ['ann@halden.example', 'admin, editor', ''],
        ['bo@halden.example', '', 'false'],
      ],
    },
    { name: 'licenses', columns: ['name', 'users'], rows: [['Full', 'ann@halden.example']] },
  ]);
});

test('a page is one table, a text none', () => {
  expect(sampleTables([{ id: 1 }])).toEqual([{ name: '', columns: ['id'], rows: [['1']] }]);
  expect(sampleTables('a,b\n1,2')).toEqual([]);
  expect(sampleText('a,b\n1,2')).toBe('a,b\n1,2');
  expect(sampleText([{ id: 1 }])).toBe('[\n  {\n    "id": 1\n  }\n]');
});
