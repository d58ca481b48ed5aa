/** Stripe's export of the team of an account. */
import type { UploadTemplate } from '../../core/upload/template';
import { PEOPLE_TARGETS, statusColumns } from './people';

/** [I] How its column about two-step authentication may be called. Stripe's list has one and most others lack it; nothing else is read from it. */
const TWO_STEPS = [
  'two-step authentication',
  'two-step auth',
  '2-step authentication',
  'two-factor authentication',
  'two-factor auth',
  '2FA',
].flatMap((name) => [name, `${name} status`, `${name} enabled`]);

export const STRIPE: UploadTemplate = {
  template: 'stripe',
  title: 'Stripe team',
  description: 'The users’ CSV from Stripe’s settings, Team and security. Stripe has no licences.',
  targets: PEOPLE_TARGETS,
  columns: [
    { meaning: 'email', headers: ['email', 'email address', 'user email', 'member email'] },
    { meaning: 'name', headers: ['name', 'full name', 'user name', 'member name', 'display name'] },
    { meaning: 'id', headers: ['user id', 'member id', 'id'] },
    {
      meaning: 'roles',
      headers: ['roles', 'role', 'role(s)', 'user roles', 'account role', 'account roles'],
    },
    {
      meaning: 'lastUsed',
      headers: ['last login', 'last sign in', 'last active', 'last seen', 'last access', 'last activity'],
    },
    ...statusColumns('status', 'user status', 'invite status', 'invitation status'),
  ],
  signature: [
    ['email', 'email address', 'user email', 'member email'],
    ['roles', 'role', 'role(s)', 'user roles', 'account role', 'account roles'],
    TWO_STEPS,
  ],
  values: {
    status: { Confirmed: 'active', Accepted: 'active', Invited: 'active', Pending: 'active' },
  },
  constants: {},
  source:
    '[D] where the export is: https://developers.toriihq.com/docs/stripe-custom-integration-example; [I] all headers, after https://docs.stripe.com/get-started/account/teams',
};
