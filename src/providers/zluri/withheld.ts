/** Zluri's endpoints that exist and are not used, because even their path is a weak guess. */
import type { WithheldEndpoint } from '../definition';
import { help, reference } from './settings';

export const WITHHELD: readonly WithheldEndpoint[] = [
  {
    title: 'Custom fields',
    method: 'get',
    path: '/v2/custom-fields',
    why: 'The path is a guess; until it is known, fields are learned from the records.',
    evidence: help('getorgcustomfields-1', 'I'),
  },
  {
    title: 'Organisation',
    method: 'get',
    path: '/v2/organization',
    why: 'The path is a guess, so the organisation’s name and currency are not known.',
    evidence: reference('getorgdetails-1', 'I'),
  },
  {
    title: 'Organisation overview',
    method: 'get',
    path: '/v2/organization/overview',
    why: 'The path and the names in its answer are guesses.',
    evidence: reference('getorgoverview-1', 'I'),
  },
  {
    title: 'Optimization summary',
    method: 'get',
    path: '/v2/optimization-summary',
    why: 'The path and the names in its answer are guesses.',
    evidence: reference('getopimizationsummary', 'I'),
  },
  {
    title: 'User associations',
    method: 'post',
    path: '/v2/user-association',
    why: 'The path is a guess.',
    evidence: reference('getuserassociation', 'I'),
  },
  {
    title: 'Admin role',
    method: 'post',
    path: '/v2/user-role',
    why: 'Path and method are guesses, and it grants access to Zluri.',
    evidence: reference('updateuserrole', 'I'),
  },
  {
    title: 'Workflow run',
    method: 'post',
    path: '/ext/v2/workflows/{workflow_id}/run',
    why: 'The path is a guess, and it starts real provisioning.',
    evidence: help('runworkflowv2', 'I'),
  },
  {
    title: 'Workflow run log',
    method: 'get',
    path: '/ext/v2/workflows/runlog/{runlog_id}',
    why: 'The path is a guess, and nothing lists the runs.',
    evidence: reference('getworkflowrunlog', 'I'),
  },
];
