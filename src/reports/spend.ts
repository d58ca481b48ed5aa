/** What apps cost, and formulas that add it up by owner, category and department. */
import type { Amount, AppFact, ContractFact } from '../core/facts/fact';
import type { SummaryCell } from '../core/table/beside';
import type { CurrencyRates } from '../core/table/currency';
import type { RemoteRecord } from '../core/table/field';
import { contractDates } from './contract-dates';
import { byAmount, textsIn } from './columns';
import { field } from './field';
import { byText } from './order';
import type { ReportDefinition } from './report';
import { headed, sameAs, totalsOf } from './totals';

const money = { currencyField: 'currency' } as const;

export const SPEND: ReportDefinition = {
  resource: 'spend',
  title: 'Spend',
  singular: 'app',
  plural: 'apps',
  description:
    'What each app costs, added up by owner, category and department in formulas that you can change.',
  needs: ['apps', 'contracts'],
  key: 'id',
  name: 'app',
  fields: [
    field('id', 'ID', 'id', 'The app’s id and the currency together, by which rows are recognised.'),
    field('app', 'App', 'text', 'What the app is called.'),
    field('owner', 'Owner', 'person', 'Who answers for the app.'),
    field('category', 'Category', 'text', 'What kind of software the app is.'),
    field('department', 'Department', 'text', 'The department that your own field of that name says.'),
    field(
      'spend',
      'Spend',
      'money',
      'What the app costs: as the platform counts it, else by its running contracts.',
      money,
    ),
    field(
      'currency',
      'Currency',
      'text',
      'The currency of the amount; empty where the platform does not name it.',
    ),
    field('from', 'Comes from', 'text', 'What the amount is.'),
    field('users', 'Active users', 'number', 'How many people use the app.'),
  ],
  widths: { currency: 70 },
  rows: ({ facts, today }) => {
    const running = new Map<string, ContractFact[]>();
    for (const contract of facts.contracts) {
      const { end } = contractDates(contract);
      if (contract.isOver === true || (end !== '' && end < today)) continue;
      running.set(contract.app, [...(running.get(contract.app) ?? []), contract]);
    }
    const rows = facts.apps
      .flatMap((app) => spendOf(app, running.get(app.id) ?? []).map((part) => rowOf(app, part)))
      .sort((one, other) => byText(one.app, other.app));
    return byAmount(rows, 'spend');
  },
  beside: (rows, rates) => ({ summary: besideSpend(rows, rates) }),
};

interface Part extends Amount {
  readonly from: string;
}

function spendOf({ spend }: AppFact, contracts: readonly ContractFact[]): readonly Part[] {
  if (spend) return spend.value === 0 ? [] : [{ ...spend, from: 'Spend, as the platform counts it' }];
  const sums = new Map<string | null, number>();
  for (const { yearly } of contracts) {
    if (yearly) sums.set(yearly.currency, (sums.get(yearly.currency) ?? 0) + yearly.value);
  }
  return [...sums].map(([currency, value]) => ({ currency, value, from: 'Running contracts, a year' }));
}

function rowOf(app: AppFact, { value, currency, from }: Part) {
  return {
    id: currency === null ? app.id : `${app.id}/${currency}`,
    app: app.name,
    owner: app.owner,
    category: app.category,
    department: app.department,
    spend: value,
    currency,
    from,
    users: app.users,
  };
}

/** A block for each way to group: a line for each name, one for what has none, and one for what came since. */
function besideSpend(
  rows: readonly RemoteRecord[],
  rates: CurrencyRates | null,
): readonly (readonly SummaryCell[])[] {
  const totals = totalsOf(rows, 'spend', rates);
  const sums = (criteria: string): SummaryCell[] => totals.map(({ cell }) => cell(criteria));
  const block = (label: string, key: string): SummaryCell[][] => [
    [label, ...totals.map((total) => headed('Spend', total))],
    ...textsIn(rows, key).map((name): SummaryCell[] => [name, ...sums(`;{${key}};${sameAs(name)}`)]),
    ['None', ...sums(`;{${key}};""`)],
    ['All', ...sums('')],
    [''],
  ];
  return [
    ...block('By owner', 'owner'),
    ...block('By category', 'category'),
    ...block('By department', 'department'),
  ].slice(0, -1);
}
