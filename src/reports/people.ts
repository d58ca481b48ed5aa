/** People by what other facts name them by. */
import type { UserFact } from '../core/facts/fact';

export type People = ReadonlyMap<string, UserFact>;

/** By e-mail address in lower case, and by name where no address is called so. */
export function personIndex(users: readonly UserFact[]): People {
  const people = new Map<string, UserFact>();
  for (const user of users) if (user.name !== '') people.set(user.name.toLowerCase(), user);
  for (const user of users) if (user.email !== '') people.set(user.email.toLowerCase(), user);
  return people;
}
