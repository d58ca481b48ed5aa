/** `/workflows`: the workflows, what their actions did, and who edited them. */
import { performedBy } from '../performed-by';
import { envelope, pageOf } from '../query/list';
import { PAGE_SIZE, moment, oneOf, onlyParameters, pageSize, wholeNumber } from '../query/parameters';
import type { ToriiRecord } from '../record';
import { get, named, ok } from '../route';
import type { Call, ToriiRoute } from '../route';

const DAY = 86_400_000;
/** Of action executions and of edits, both documented. */
const USUAL_SIZE = 50;

const timeOf = (record: ToriiRecord) => Date.parse(String(record.creationTime));
const newestFirst = (a: ToriiRecord, b: ToriiRecord) => timeOf(b) - timeOf(a) || b.id - a.id;

/** No other type than `regular` is known. https://developers.toriihq.com/reference/getworkflows */
function list(call: Call) {
  onlyParameters(call.exchange, ['type']);
  oneOf(call.exchange.query, 'type', ['regular']);
  const workflows = call.tenant.data.workflows.map(shownWorkflow);
  return ok({ workflows }, workflows.length);
}

const shownWorkflow = ({ id, name, type, version }: ToriiRecord) => ({
  id,
  name,
  type: type ?? 'regular',
  version: version ?? '1.0',
});

/** The key of the answer is inferred from other single records. https://developers.toriihq.com/reference/getworkflowsidworkflow */
function one(call: Call) {
  onlyParameters(call.exchange, []);
  return ok({ workflow: shownWorkflow(named(call, 'workflows', 'idWorkflow')) });
}

const RUN_KEYS = [
  'id',
  'idOrg',
  'idApp',
  'idWorkflow',
  'idWorkflowExecution',
  'idAction',
  'actionType',
  'runtimeInfo',
  'isRun',
  'runTime',
  'isCompleted',
  'completionTime',
  'continueOnError',
  'isIgnored',
  'ignoredTime',
  'details',
  'executionErrorType',
  'errorTime',
  'creationTime',
  'updateTime',
];

/**
 * The newest first, under the key `response`. That the filters look at `idApp` and at the user in `runtimeInfo` is
 * inferred. https://developers.toriihq.com/reference/getworkflowsactionexecutions
 */
function runs(call: Call) {
  const { exchange, tenant } = call;
  const { query } = exchange;
  onlyParameters(exchange, ['idActionApp', 'idActionUser', 'idApp', 'idUser', 'size', 'cursor']);
  // The names without "Action" are deprecated.
  const idApp = idAsked(query, 'idActionApp') ?? idAsked(query, 'idApp');
  const idUser = idAsked(query, 'idActionUser') ?? idAsked(query, 'idUser');
  const all = tenant.data.workflowRuns;
  const page = pageOf(
    call,
    all,
    () =>
      all
        .filter((run) => idApp === undefined || run.idApp === idApp)
        .filter((run) => idUser === undefined || userOf(run) === idUser)
        .sort(newestFirst),
    pageSize(query, USUAL_SIZE),
  );
  const response = page.rows.map((run) =>
    Object.fromEntries(
      RUN_KEYS.map((key) => [key, run[key] ?? (key === 'idOrg' ? tenant.data.org.id : null)]),
    ),
  );
  return ok({ response, ...envelope(page, call.options) }, response.length);
}

function idAsked(query: URLSearchParams, key: string): number | undefined {
  return query.has(key) ? wholeNumber(query, key, { low: 0, high: Infinity, unsent: 0 }) : undefined;
}

const userOf = (run: ToriiRecord) =>
  (run.runtimeInfo as { user?: { id?: unknown } } | null | undefined)?.user?.id;

/**
 * Pages by offset, with neither counts nor cursor; the last thirty days without dates. Order and ends of the span are
 * inferred from `/audit`. https://developers.toriihq.com/reference/getworkflowsaudit
 */
function edits(call: Call) {
  const { exchange, tenant } = call;
  const { query } = exchange;
  onlyParameters(exchange, ['startTime', 'endTime', 'offset', 'limit']);
  const to = moment(query, 'endTime') ?? call.now;
  const from = moment(query, 'startTime') ?? to - 30 * DAY;
  const offset = wholeNumber(query, 'offset', { low: 0, high: Infinity, unsent: 0 });
  const limit = wholeNumber(query, 'limit', { low: 1, high: PAGE_SIZE, unsent: USUAL_SIZE });
  const audit = tenant.data.workflowAudit
    .filter((edit) => timeOf(edit) > from && timeOf(edit) <= to)
    .sort(newestFirst)
    .slice(offset, offset + limit)
    .map((edit) => ({
      ...performedBy(edit, tenant),
      idTargetOrg: edit.idTargetOrg ?? tenant.data.org.id,
      properties:
        typeof edit.properties === 'string' ? edit.properties : JSON.stringify(edit.properties ?? {}),
      creationTime: edit.creationTime,
      type: edit.type,
      message: edit.message ?? '',
    }));
  return ok({ audit }, audit.length);
}

export const WORKFLOW_ROUTES: readonly ToriiRoute[] = [
  get('/workflows', list),
  get('/workflows/actionExecutions', runs),
  get('/workflows/audit', edits),
  get('/workflows/{idWorkflow}', one),
];
