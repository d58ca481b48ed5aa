/** `/orgs/my` and `/roles`. */
import { onlyParameters } from '../query/parameters';
import { get, ok } from '../route';
import type { ToriiRoute } from '../route';

export const ORGANISATION_ROUTES: readonly ToriiRoute[] = [
  // https://developers.toriihq.com/reference/getorgsmy
  get('/orgs/my', (call) => {
    onlyParameters(call.exchange, []);
    const { id, companyName, domain, creationTime } = call.tenant.data.org;
    return ok({ org: { id, companyName, domain, creationTime } });
  }),
  // https://developers.toriihq.com/reference/getroles
  get('/roles', (call) => {
    onlyParameters(call.exchange, []);
    const { roles, users } = call.tenant.data;
    const counts = new Map<unknown, number>();
    for (const user of users) counts.set(user.idRole, (counts.get(user.idRole) ?? 0) + 1);
    return ok(
      { roles: roles.map((role) => ({ ...role, usersCount: counts.get(role.id) ?? 0 })) },
      roles.length,
    );
  }),
];
