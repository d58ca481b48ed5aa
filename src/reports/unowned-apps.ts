/** Apps that nobody answers for: without an owner, or with one who has left. */
import type { AppFact, AppUseFact, Facts } from '../core/facts/fact';
import { field } from './field';
import { type People, personIndex } from './people';
import { byText } from './order';
import type { ReportDefinition } from './report';

/** Apps whose users are looked at for a likely owner: each costs a request, and the ones with the most users matter most. */
const MOST_LOOKED_AT = 300;

export const FORMER_OWNER = 'formerOwner';
export const SUGGESTED_OWNER = 'suggestedOwner';

export const UNOWNED_APPS: ReportDefinition = {
  resource: 'unownedApps',
  title: 'Unowned apps',
  singular: 'unowned app',
  plural: 'unowned apps',
  description:
    'Apps without an owner or with one who has left, with users, spend and who could take them over; takes a request for each.',
  needs: ['apps', 'users'],
  uses: {
    kind: 'appUses',
    of: (facts) =>
      unowned(facts)
        .slice(0, MOST_LOOKED_AT)
        .map(({ app }) => app.id),
  },
  key: 'id',
  name: 'name',
  fields: [
    field('id', 'ID', 'id', 'The platform’s id of the app, by which rows are recognised.'),
    field('name', 'App', 'text', 'What the app is called.'),
    field('why', 'Why', 'text', 'Whether the app never had an owner, or has one who left.'),
    field(FORMER_OWNER, 'Former owner', 'person', 'The owner who has left.'),
    field('users', 'Active users', 'number', 'How many people use the app.'),
    field('spend', 'Spend', 'money', 'What was paid for the app, where the platform says it.', {
      currencyField: 'currency',
    }),
    field('category', 'Category', 'text', 'What kind of software the app is.'),
    field(SUGGESTED_OWNER, 'Suggested owner', 'person', 'Who could answer for the app.'),
    field('suggestedWhy', 'Why this person', 'text', 'What speaks for the suggested owner.'),
  ],
  widths: { id: 70, why: 120, suggestedWhy: 250 },
  filterIdeas: [
    { label: 'With users', filters: [{ field: 'users', test: 'atLeast', values: [1] }] },
    { label: 'Owner has left', filters: [{ field: FORMER_OWNER, test: 'isNotEmpty', values: [] }] },
  ],
  beside: () => ({
    summary: [
      ['Summary', ''],
      ['Without an owner', { formula: '=COUNTIF({why};"No owner")' }],
      ['Owner has left', { formula: '=COUNTIF({why};"Owner has left")' }],
      ['With active users', { formula: '=COUNTIF({users};">0")' }],
    ],
  }),
  rows: ({ facts }) => {
    const uses = new Map<string, AppUseFact[]>();
    for (const use of facts.appUses) uses.set(use.app, [...(uses.get(use.app) ?? []), use]);
    const people = personIndex(facts.users);
    return unowned(facts).map(({ app, formerOwner }) => {
      const suggested = suggestion(uses.get(app.id) ?? [], formerOwner, people);
      return {
        id: app.id,
        name: app.name,
        why: formerOwner === '' ? 'No owner' : 'Owner has left',
        [FORMER_OWNER]: formerOwner,
        users: app.users,
        spend: app.spend?.value ?? null,
        currency: app.spend?.currency ?? null,
        category: app.category,
        [SUGGESTED_OWNER]: suggested.person,
        suggestedWhy: suggested.why,
      };
    });
  },
};

interface Unowned {
  readonly app: AppFact;
  /** '' where there was none. */
  readonly formerOwner: string;
}

/** The most used first, of these the dearest. */
function unowned({ apps, users }: Facts): readonly Unowned[] {
  const people = personIndex(users);
  return apps
    .flatMap((app): Unowned[] => {
      if (app.owner === '') return [{ app, formerOwner: '' }];
      return people.get(app.owner.toLowerCase())?.hasLeft === true ? [{ app, formerOwner: app.owner }] : [];
    })
    .sort(
      (one, other) =>
        (other.app.users ?? 0) - (one.app.users ?? 0) ||
        (other.app.spend?.value ?? 0) - (one.app.spend?.value ?? 0) ||
        byText(one.app.name, other.app.name),
    );
}

/** The heaviest of the users who are still here; where none is known, whom the former owner reported to. */
function suggestion(
  uses: readonly AppUseFact[],
  formerOwner: string,
  people: People,
): { readonly person: string; readonly why: string } {
  const isHere = (email: string): boolean =>
    email !== '' && people.get(email.toLowerCase())?.hasLeft !== true;
  const [best] = uses
    .filter(({ email, isActive, isRemoved }) => isHere(email) && isActive !== false && isRemoved !== true)
    .filter(({ lastUse }) => lastUse !== '')
    .sort(byUse);
  if (best) return { person: best.email, why: `Uses it most; last on ${best.lastUse.slice(0, 10)}` };
  const manager = people.get(formerOwner.toLowerCase())?.manager ?? '';
  return isHere(manager)
    ? { person: manager, why: 'The former owner reported to this person' }
    : { person: '', why: '' };
}

function byUse(one: AppUseFact, other: AppUseFact): number {
  return (
    (other.usage ?? 0) - (one.usage ?? 0) ||
    byText(other.lastUse, one.lastUse) ||
    byText(one.email, other.email)
  );
}
