/** People who have left and still have apps. */
import type { Facts, UserFact } from '../core/facts/fact';
import { field } from './field';
import { byText } from './order';
import type { ReportDefinition } from './report';

/** People whose apps are looked at: each costs a request. */
const MOST_LOOKED_AT = 1000;

export const LEAVERS_WITH_ACCESS: ReportDefinition = {
  resource: 'leaversWithAccess',
  title: 'Leavers with access',
  singular: 'account',
  plural: 'accounts',
  description: 'Every app that somebody who has left still has; takes a request for each of them.',
  needs: ['users', 'apps'],
  uses: {
    kind: 'userUses',
    of: (facts) =>
      leavers(facts)
        .slice(0, MOST_LOOKED_AT)
        .map(({ id }) => id),
  },
  key: 'id',
  name: 'app',
  fields: [
    field('id', 'ID', 'id', 'The person’s address and the app’s id together, by which rows are recognised.'),
    field('person', 'Person', 'email', 'Who has left.'),
    field('name', 'Name', 'text', 'The person’s name.'),
    field('app', 'App', 'text', 'The app that the person still has.'),
    field('lastUse', 'Last use', 'dateTime', 'When the person last used it, where the platform says so.'),
    field('owner', 'App owner', 'person', 'Who answers for the app, and can take the access away.'),
    field('apps', 'Apps left', 'number', 'How many apps the person still has.'),
  ],
  filterIdeas: [
    { label: 'Used in the past 30 days', filters: [{ field: 'lastUse', test: 'inPastDays', values: [30] }] },
  ],
  rows: ({ facts }) => {
    const gone = new Map(leavers(facts).map((user) => [user.email.toLowerCase(), user]));
    const owners = new Map(facts.apps.map(({ id, owner }) => [id, owner]));
    const left = facts.userUses.filter(
      ({ email, isRemoved, isActive }) =>
        gone.has(email.toLowerCase()) && isRemoved !== true && isActive !== false,
    );
    const counts = new Map<string, number>();
    for (const { email } of left) counts.set(email, (counts.get(email) ?? 0) + 1);
    return left
      .map(({ email, app, appName, lastUse }) => ({
        id: `${email}/${app}`,
        person: email,
        name: gone.get(email.toLowerCase())?.name ?? '',
        app: appName,
        lastUse,
        owner: owners.get(app) ?? '',
        apps: counts.get(email) ?? 0,
      }))
      .sort(
        (one, other) =>
          byText(other.lastUse, one.lastUse) ||
          other.apps - one.apps ||
          byText(one.person, other.person) ||
          byText(one.app, other.app),
      );
  },
  isPartial: ({ facts }) => leavers(facts).length > MOST_LOOKED_AT,
  remarks: ({ facts }) => {
    const more = leavers(facts).length - MOST_LOOKED_AT;
    return more > 0
      ? [
          `${more.toLocaleString('en-US')} more people have left and still have apps; the ones with the most apps are shown.`,
        ]
      : [];
  },
};

/** Those with the most apps first. */
function leavers({ users }: Facts): readonly UserFact[] {
  return users
    .filter(({ hasLeft, apps }) => hasLeft === true && apps !== 0)
    .sort((one, other) => (other.apps ?? 0) - (one.apps ?? 0) || byText(one.email, other.email));
}
