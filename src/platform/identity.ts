/** The Identity port over Session. */
import type { Identity } from '../ports/identity';

export const sessionIdentity: Identity = {
  email() {
    try {
      return Session.getActiveUser().getEmail();
    } catch (thrown) {
      // Google refuses the address to a script that does not ask for the scope, and ours asks for as little as it can.
      if (thrown instanceof Error && /permission/i.test(thrown.message)) return '';
      throw thrown;
    }
  },
  userKey: () => Session.getTemporaryActiveUserKey(),
};
