/** Torii's workflow runs: every action that a workflow executed, and how it ended. */
import type { ResourceDefinition } from '../definition';
import { field } from '../field';
import { PAGING, perMinute, reference } from './settings';

const LIST = reference('getworkflowsactionexecutions');
/** Shown in a sample and not described. */
const SAMPLE = reference('getworkflowsactionexecutions', 'I');

export const WORKFLOW_RUNS: ResourceDefinition = {
  resource: 'workflowRuns',
  title: 'Workflow runs',
  singular: 'workflow action',
  plural: 'workflow actions',
  description: 'Every action of every workflow run: when it ran, for whom, and whether it worked.',
  path: '/workflows/actionExecutions',
  // The list takes no order.
  query: {},
  envelope: 'response',
  paging: PAGING,
  key: 'id',
  name: 'actionType',
  fields: [
    field('id', 'ID', 'id', 'Torii’s number for the executed action, by which rows are recognised.', LIST),
    field('actionType', 'Action', 'text', 'What kind of action it is, in Torii’s own words.', LIST),
    field('idWorkflow', 'Workflow ID', 'id', 'Torii’s number for the workflow.', LIST),
    field('idWorkflowExecution', 'Run', 'id', 'Torii’s number for the run; its actions share it.', LIST),
    field('idApp', 'App ID', 'id', 'Torii’s number for the app that it was about.', LIST),
    field('user', 'User', 'person', 'Whom it was about; by number, where Torii tells no more.', SAMPLE, {
      aliases: ['runtimeInfo.user'],
    }),
    field('creationTime', 'Begun', 'dateTime', 'When the action’s turn came.', LIST),
    field('isRun', 'Was run', 'boolean', 'Whether the action was executed.', LIST),
    field('isCompleted', 'Completed', 'boolean', 'Whether the action came to its end.', LIST),
    field('completionTime', 'Completed on', 'dateTime', 'When the action came to its end.', LIST),
    field('executionErrorType', 'Error', 'text', 'What went wrong, in Torii’s own words.', LIST),
    field('errorTime', 'Failed on', 'dateTime', 'When it went wrong.', LIST),
    field('isIgnored', 'Ignored', 'boolean', 'Whether somebody chose to ignore the action.', LIST),
    field('ignoredTime', 'Ignored on', 'dateTime', 'When it was ignored.', LIST, { selected: false }),
    field('runTime', 'Run on', 'dateTime', 'When the action was executed.', LIST, { selected: false }),
    field('updateTime', 'Changed on', 'dateTime', 'When Torii last noted something about it.', LIST, {
      selected: false,
    }),
    field(
      'continueOnError',
      'Goes on after errors',
      'boolean',
      'Whether the run goes on if the action fails.',
      LIST,
      { selected: false },
    ),
    field('details', 'Details', 'other', 'What the action answered, as it comes.', LIST, { selected: false }),
    field('runtimeInfo', 'Run details', 'other', 'What the run was started with, as it comes.', SAMPLE, {
      selected: false,
    }),
    field('idAction', 'Action ID', 'id', 'Torii’s id of the action within the workflow.', LIST, {
      selected: false,
    }),
    field('idOrg', 'Organisation ID', 'id', 'Torii’s number for your organisation.', LIST, {
      selected: false,
    }),
  ],
  filterIdeas: [
    { label: 'With an error', filters: [{ field: 'executionErrorType', test: 'isNotEmpty', values: [] }] },
    { label: 'Not completed', filters: [{ field: 'isCompleted', test: 'isNo', values: [] }] },
    { label: 'Of the past 30 days', filters: [{ field: 'creationTime', test: 'inPastDays', values: [30] }] },
  ],
  rateClass: perMinute('GET /workflows/actionExecutions', 500),
  evidence: LIST,
};
