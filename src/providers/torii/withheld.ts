/** Torii's endpoints that exist and are not used, because too little is known of them. */
import type { WithheldEndpoint } from '../definition';
import { reference } from './settings';

export const WITHHELD: readonly WithheldEndpoint[] = [
  {
    title: 'Similar apps',
    method: 'get',
    path: '/apps/similar',
    why: 'The path is a guess, and what a similar app looks like is not described.',
    evidence: reference('getappssimilar', 'I'),
  },
  {
    title: 'Access request policies',
    method: 'get',
    path: '/appCatalog/accessRequestPolicies',
    why: 'The spelling of the path is a guess, and so is what a policy looks like.',
    evidence: reference('getappcatalogaccessrequestpolicies', 'I'),
  },
  {
    title: 'Eligible access request policies',
    method: 'get',
    path: '/appCatalog/accessRequestPolicies/eligible',
    why: 'How the user and the app are named in the request is not known.',
    evidence: reference('getappcatalogaccessrequestpolicieseligible', 'I'),
  },
  {
    title: 'Browser extension settings',
    method: 'get',
    path: '/extension/settings',
    why: 'The path is a guess, and what the settings look like is not described.',
    evidence: reference('getextensionsettings', 'I'),
  },
];
