/** The rows of the SSO tax report where a small company does not show them: flat prices, floors, several apps of one vendor. */
import { NO_FACTS, type AppFact } from '../../../src/core/facts/fact';
import type { ReportInput, TabRow } from '../../../src/reports/report';
import { SSO_TAX } from '../../../src/reports/sso-tax';

const app = (id: string, more: Partial<AppFact>): AppFact => ({
  id,
  name: '',
  url: '',
  vendor: '',
  owner: '',
  category: '',
  department: '',
  users: null,
  spend: null,
  sso: '',
  ...more,
});

const rowsOf = (apps: readonly AppFact[], vendors: readonly TabRow[] = []) => {
  const input: ReportInput = {
    facts: { ...NO_FACTS, apps },
    today: '2026-03-02',
    platform: 'Acme',
    own: [],
    tabs: new Map([['ssoTaxVendors', vendors]]),
  };
  return new Map(SSO_TAX.rows(input).map((row) => [row['id'], row]));
};

const VENDORS: readonly TabRow[] = [
  {
    name: 'Flatware',
    url: 'https://flatware.example',
    basePrice: '$10 per month',
    ssoPrice: '$110 per month',
  },
  {
    name: 'Floorware',
    url: 'https://floorware.example',
    basePrice: '$1 per u/m',
    ssoPrice: 'from $3 per u/m',
  },
  { name: 'Euroware', url: 'https://euroware.example', basePrice: '€1 per u/m', ssoPrice: '€2 per u/m' },
];
const flat = (id: string, users: number) =>
  app(id, { name: `Flatware ${id}`, url: 'https://flatware.example', users });

test('what a vendor charges once is counted once, with its most used app', () => {
  const rows = [...rowsOf([flat('1', 3), flat('2', 30)], VENDORS).values()];
  expect(rows.map(({ app: name, total, certainty }) => [name, total, certainty])).toEqual([
    ['Flatware 2', 1200, 'Exact'],
    ['Flatware 1', null, 'Charged once: counted with “Flatware 2”'],
  ]);
});

test('a floor stays a floor', () => {
  const [row] = rowsOf([app('1', { name: 'Floorware', users: 10 })], VENDORS).values();
  expect(row).toMatchObject({ total: 240, certainty: 'At least' });
});

test('without a number of users there is no total, and no zero', () => {
  const [row] = rowsOf([app('1', { name: 'Floorware' })], VENDORS).values();
  expect(row).toMatchObject({ total: null, certainty: 'The number of active users is not known.' });
});

test('only amounts in the currency of most are ranked, and currencies are not compared', () => {
  const apps = [
    app('1', { name: 'Floorware', users: 1 }),
    app('2', { name: 'Euroware', users: 9_000 }),
    flat('3', 1),
  ];
  const rows = [...rowsOf(apps, VENDORS).values()];
  expect(rows.map(({ app: name, rank, currency }) => [name, rank, currency])).toEqual([
    ['Flatware 3', 1, 'USD'],
    ['Floorware', 2, 'USD'],
    ['Euroware', undefined, 'EUR'],
  ]);
});

test('a currency’s code behind the amount says more than a sign that many currencies share', () => {
  const maple = {
    name: 'Mapleware',
    url: 'https://maple.example',
    basePrice: '$10 CAD per u/m',
    ssoPrice: 'C$20 per u/m',
  };
  const [row] = rowsOf([app('1', { name: 'Mapleware', users: 2 })], [maple]).values();
  expect(row).toMatchObject({ total: 240, currency: 'CAD' });
});
