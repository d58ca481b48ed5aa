/** Licences that are paid and not used: held by people who do not use them, or by nobody. */
import type { Amount, AppUseFact, LicenceFact } from '../core/facts/fact';
import type { SummaryCell } from '../core/table/beside';
import { byAmount } from './columns';
import { daysAfter } from './contract-dates';
import { field } from './field';
import { byText } from './order';
import type { ReportDefinition } from './report';
import { headed, totalsOf } from './totals';

const money = { currencyField: 'currency' } as const;

/** Where the platform does not say which licences are idle: whoever did not use the app for so many days has one. */
const IDLE_DAYS = 30;

/** Apps whose people are looked at: each costs a request, and those with the most licences matter most. */
const MOST_LOOKED_AT = 500;

const MOST_NAMED = 20;

export const IDLE_LICENCES: ReportDefinition = {
  resource: 'idleLicences',
  title: 'Idle licences',
  singular: 'licence',
  plural: 'idle licences',
  description:
    'Licences that nobody uses, by app: inactive and unassigned ones, price, possible saving and the people; takes a request for each such app.',
  needs: ['apps', 'licences'],
  uses: { kind: 'appUses', of: ({ licences }, today) => lookedAt(running(licences, today)) },
  key: 'id',
  name: 'app',
  fields: [
    field('id', 'ID', 'id', 'The platform’s id of the licence, by which rows are recognised.'),
    field('app', 'App', 'text', 'The app that the licence is for.'),
    field('licence', 'Licence', 'text', 'What the licence is called.'),
    field('total', 'Licences', 'number', 'How many there are.'),
    field('assigned', 'Assigned', 'number', 'How many of them people have.'),
    field('inactive', 'Inactive', 'number', 'How many belong to people who do not use them.'),
    field('unassigned', 'Unassigned', 'number', 'How many belong to nobody.'),
    field('idle', 'Idle', 'number', 'Inactive and unassigned ones together.'),
    field(
      'price',
      'Price a year',
      'money',
      'What one licence costs in a year; empty where it is not known.',
      money,
    ),
    field('saving', 'Possible saving', 'money', 'What the idle ones cost in a year.', money),
    field('currency', 'Currency', 'text', 'The currency of the amounts.'),
    field('people', 'People', 'longText', 'Who has an idle licence, with the day of their last use.'),
  ],
  filterIdeas: [
    { label: 'With a known saving', filters: [{ field: 'saving', test: 'isNotEmpty', values: [] }] },
  ],
  rows: ({ facts, today }) => {
    const uses = new Map<string, AppUseFact[]>();
    for (const use of facts.appUses) uses.set(use.app, [...(uses.get(use.app) ?? []), use]);
    const kinds = new Map<string, number>();
    const licences = running(facts.licences, today);
    for (const { app } of licences) kinds.set(app, (kinds.get(app) ?? 0) + 1);
    const names = new Map(facts.apps.map(({ id, name }) => [id, name]));
    const rows = licences
      .map((licence) => {
        const isOnlyOne = kinds.get(licence.app) === 1;
        const idle = idlePeople(licence, uses.get(licence.app) ?? [], isOnlyOne, today);
        return rowOf(licence, licence.appName || (names.get(licence.app) ?? ''), idle);
      })
      .filter(({ idle }) => idle > 0)
      .sort((one, other) => other.idle - one.idle || byText(one.app, other.app));
    return byAmount(rows, 'saving');
  },
  beside: (rows, rates) => ({
    summary: [
      ['Summary', ''],
      ['Idle licences', { formula: '=SUM({idle})' }],
      ['Of these inactive', { formula: '=SUM({inactive})' }],
      ['Of these unassigned', { formula: '=SUM({unassigned})' }],
      ...totalsOf(rows, 'saving', rates).map((total): SummaryCell[] => [
        headed('Possible saving a year', total),
        total.cell(),
      ]),
    ],
  }),
};

function running(licences: readonly LicenceFact[], today: string): readonly LicenceFact[] {
  return licences.filter(({ isOver, end }) => isOver !== true && (end === '' || end >= today));
}

/** Ids of the apps, those with the most licences first. */
function lookedAt(licences: readonly LicenceFact[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { app, total, inactive, unassigned } of licences) {
    // Where the platform counts idle ones, only apps with such are of interest.
    const count = inactive === null ? total : inactive + (unassigned ?? 0);
    if (app !== '' && count) counts.set(app, (counts.get(app) ?? 0) + count);
  }
  return [...counts]
    .sort((one, other) => other[1] - one[1])
    .slice(0, MOST_LOOKED_AT)
    .map(([app]) => app);
}

interface IdlePeople {
  readonly people: readonly AppUseFact[];
  /** Null where nobody can tell whose licences of several kinds they are. */
  readonly count: number | null;
}

function idlePeople(
  { name, inactive }: LicenceFact,
  uses: readonly AppUseFact[],
  isOnlyOne: boolean,
  today: string,
): IdlePeople {
  const isHeld = ({ licences }: AppUseFact): boolean =>
    licences.includes(name) || (isOnlyOne && licences.length > 0);
  const since = daysAfter(today, -IDLE_DAYS);
  const people = uses
    .filter(
      (use) =>
        isHeld(use) && (use.idleLicences === null ? use.lastUse.slice(0, 10) < since : use.idleLicences > 0),
    )
    .sort((one, other) => byText(one.lastUse, other.lastUse) || byText(one.email, other.email));
  return { people, count: inactive ?? (isOnlyOne ? people.length : null) };
}

function rowOf(licence: LicenceFact, app: string, { people, count }: IdlePeople) {
  const { total, assigned } = licence;
  const unassigned =
    licence.unassigned ?? (total === null || assigned === null ? null : Math.max(0, total - assigned));
  const idle = (count ?? 0) + (unassigned ?? 0);
  const price = licence.price ?? yearlyPrice(licence);
  const saving = price === null ? null : Math.round(price.value * idle * 100) / 100;
  return {
    id: licence.id,
    app,
    licence: licence.name,
    total,
    assigned: assigned ?? (total === null || unassigned === null ? null : total - unassigned),
    inactive: count,
    unassigned,
    idle,
    price: price?.value ?? null,
    saving,
    currency: price?.currency ?? null,
    people: named(people),
  };
}

function named(people: readonly AppUseFact[]): string {
  const told = people
    .slice(0, MOST_NAMED)
    .map(
      ({ email, name, lastUse }) =>
        `${email || name} (${lastUse === '' ? 'never seen' : lastUse.slice(0, 10)})`,
    );
  const more = people.length - told.length;
  return [...told, ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}

/** How often a year such a term is paid; one that is paid once has no yearly price. */
const TERMS_A_YEAR: ReadonlyMap<string, number> = new Map([
  ['monthly', 12],
  ['quarterly', 4],
  ['yearly', 1],
  ['annually', 1],
]);

function yearlyPrice({ termCost, term, total }: LicenceFact): Amount | null {
  const terms = TERMS_A_YEAR.get(term.toLowerCase());
  if (!termCost || !terms || !total) return null;
  return { value: Math.round(((termCost.value * terms) / total) * 100) / 100, currency: termCost.currency };
}
