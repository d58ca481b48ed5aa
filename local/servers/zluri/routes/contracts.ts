/** Contracts: the list and nothing else, as no call is documented that changes or details them. */
import { LONGEST_CONTRACT_PAGE } from '../limits';
import { listAnswer } from '../query/list';
import { route } from '../route';
import type { ZluriRoute } from '../route';

export const CONTRACT_ROUTES: readonly ZluriRoute[] = [
  // https://help.zluri.com/reference/listcontracts
  route('POST /v2/contracts', 'contracts', (call) =>
    listAnswer(call, {
      listed: 'contracts',
      source: call.tenant.data.contracts,
      searched: ['contract_name'],
      archive: 'archive',
      longest: LONGEST_CONTRACT_PAGE,
    }),
  ),
];
