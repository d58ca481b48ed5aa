/** Everything that Zluri's SDK takes, in the order in which one sync takes it. */
import type { UploadTarget } from '../../../core/upload/target';
import { CONTRACTS_TARGET } from './contracts';
import { GROUP_USERS_TARGET } from './group-users';
import { GROUPS_TARGET } from './groups';
import { TRANSACTIONS_TARGET } from './transactions';
import { USER_ACTIVITY_TARGET } from './user-activity';
import { USERS_TARGET } from './users';

export const TARGETS: readonly UploadTarget[] = [
  USERS_TARGET,
  GROUPS_TARGET,
  GROUP_USERS_TARGET,
  USER_ACTIVITY_TARGET,
  TRANSACTIONS_TARGET,
  CONTRACTS_TARGET,
];
