/** The Identity port over Session. */
import type { Identity } from '../ports/identity';

export const sessionIdentity: Identity = {
  email: () => Session.getActiveUser().getEmail(),
  userKey: () => Session.getTemporaryActiveUserKey(),
};
