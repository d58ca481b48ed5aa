/** What Torii takes: its targets, its app accounts, and where their files may go. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalHeader } from '../../../../../src/core/upload/headers';
import { FILE_HOST } from '../../../../../src/providers/torii/settings';
import { TORII_UPLOADS } from '../../../../../src/providers/torii/uploads/uploads';
import { ok } from './torii-of-uploads';

const targetOf = (name: string) => {
  const found = TORII_UPLOADS.targets.find(({ target }) => target === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const fieldOf = (target: string, key: string) => targetOf(target).fields.find((field) => field.key === key);

test('a custom integration takes what its reference lists', () => {
  const { fields, shape, identity, place } = targetOf('torii.customIntegration');
  expect(new Set(fields.map(({ key }) => key))).toEqual(
    new Set(
      `email id name firstName lastName status externalStatus roles lastUsedDate licenses licenseStatus pricePerUser
      unassignedAmount`.split(/\s+/),
    ),
  );
  expect(fields.filter(({ required }) => required).map(({ key }) => key)).toEqual(['email']);
  expect(fields.filter(({ sent }) => sent === false).map(({ key }) => key)).toEqual(['name']);
  expect([shape.kind, identity, place]).toEqual(['people', ['email'], 'appAccount']);
});

test('statuses are Torii’s two, and a licence’s three; Gluu’s are spelled as in a sheet', () => {
  const valuesOf = (target: string, key: string) => fieldOf(target, key)?.choices?.map(({ value }) => value);
  expect(valuesOf('torii.customIntegration', 'status')).toEqual(['active', 'deleted']);
  expect(valuesOf('torii.customIntegration', 'licenseStatus')).toEqual(['active', 'inactive', 'deleted']);
  expect(valuesOf('torii.gluu', 'status')).toEqual(['Active', 'Deleted']);
});

test.each([
  ['email', 'E-mail Address'],
  ['email', 'user_email'],
  ['email', 'UserPrincipalName'],
  ['firstName', 'Given Name'],
  ['lastName', 'SURNAME'],
  ['status', 'Account Status'],
  ['lastUsedDate', 'Last Sign-In'],
  ['lastUsedDate', 'LAST_ACTIVE'],
  ['licenses', 'seat_type'],
  ['licenses', 'License Type'],
  ['pricePerUser', 'Cost per seat'],
  ['roles', 'Workspace role'],
])('the field %s knows the header “%s”', (key, header) => {
  const field = fieldOf('torii.customIntegration', key);
  const known = [key, field?.label ?? '', ...(field?.aliases ?? [])].map(normalHeader);
  expect(known).toContain(normalHeader(header));
});

test('expenses are in one of the 36 currencies that a file may be in', () => {
  // https://developers.toriihq.com/reference/putparsingsmanual
  const documented =
    'USD EUR GBP NIS ILS JPY AUD SGD CNY KRW VND CAD UAH TRY RUB HKD HUF RON PLN BRL TWD IDR DKK INR ZAR ARS AED CHF SEK ISK NOK MAD SAR NZD KES RSD';
  const choices = fieldOf('torii.expenses', 'currency')?.choices ?? [];
  expect(choices.map(({ value }) => value)).toEqual(documented.split(' '));
  expect(choices.find(({ words }) => words.includes('€'))?.value).toBe('EUR');
});

test('amounts of expenses are money as it is typed, prices of licences are cents', () => {
  expect(fieldOf('torii.expenses', 'amount')).not.toHaveProperty('cents');
  expect(fieldOf('torii.customIntegration', 'pricePerUser')).toMatchObject({ cents: true, least: 0 });
});

test('what goes by which route is told by size', () => {
  expect(TORII_UPLOADS.routeOf?.([head(3_000_000)])).toBe('by form');
  expect(TORII_UPLOADS.routeOf?.([head(3_000_001)])).toBe('by signed address');
});

const head = (bytes: number) => ({
  target: '',
  entity: '',
  page: 1,
  name: 'users.json',
  contentType: 'application/json',
  bytes,
  records: 1,
});

test('an unknown target has no protocol', () => {
  expect(() => TORII_UPLOADS.protocolOf('torii.nothing')).toThrow(/no way to Torii/);
});

describe('app accounts', () => {
  const { places } = TORII_UPLOADS;

  test('are not listed by any call', () => {
    expect(places.list).toBeUndefined();
    expect(places.help).toMatch(/App account ID/);
  });

  test('are made for an app, once', () => {
    const request = places.create({ title: 'Figma', app: '1000' });
    expect(request).toMatchObject({
      method: 'post',
      path: '/services/custom',
      body: { idApp: 1000 },
      repeatable: false,
      rateClass: { requests: 50, seconds: 60 },
    });
    expect(places.readCreated(ok({ id: 77 }))).toBe('77');
    expect(places.readCreated(ok({ idAppAccount: 78 }))).toBe('78');
    expect(places.readCreated(ok({}))).toBeNull();
    expect(places.readCreated(ok(null))).toBeNull();
  });

  test('apps are found among the organisation’s own, and made where there is none', () => {
    expect(places.findApps('fig ma')).toMatchObject({
      method: 'get',
      path: '/apps',
      query: { fields: 'id,name', q: 'fig ma' },
    });
    expect(places.readApps(ok({ apps: [{ id: 1, name: 'Figma' }, { name: 'x' }, null] }))).toEqual([
      { app: '1', title: 'Figma' },
    ]);
    expect(places.readApps(ok(null))).toEqual([]);
    expect(places.createApp?.('Internal CRM')).toMatchObject({
      path: '/apps/custom',
      body: { name: 'Internal CRM' },
      repeatable: false,
    });
    expect(places.readApp?.(ok({ app: { id: 2000, name: 'Internal CRM' } }))).toBe('2000');
    expect(places.readApp?.(ok(null))).toBe('');
  });
});

test('the manifest lets files go where the definition does, and no other storage', () => {
  const manifest = JSON.parse(readFileSync(join(__dirname, '../../../../../appsscript.json'), 'utf8')) as {
    urlFetchWhitelist: string[];
  };
  expect(manifest.urlFetchWhitelist).toContain('https://*.amazonaws.com/');
  expect(FILE_HOST.test('torii-uploads.s3.us-east-1.amazonaws.com')).toBe(true);
  for (const host of [
    'amazonaws.com.evil.example',
    'evilamazonaws.com',
    'amazonaws.com',
    'x.amazonaws.com:8443',
  ]) {
    expect(FILE_HOST.test(host)).toBe(false);
  }
});
