/** Syncs of an instance: start, pages, finish, abort, and what is known of them. https://developers.zluri.com/docs/every-time-sync-flow */
import { Refusal } from '../../http/exchange';
import type { Answer } from '../../http/exchange';
import { Complaints, WrongValue } from '../error-body';
import { ENTITIES } from '../integrations/entities';
import type { Entity } from '../integrations/entities';
import { schemaComplaints } from '../integrations/schema-check';
import { missingPages, referenceComplaints } from '../integrations/sync';
import type { IntegrationSync } from '../integrations/sync';
import { objectId } from '../object-id';
import type { ZluriOptions } from '../options';
import { offsetPage } from '../query/offset-page';
import { bodyOf, created, ok, route, single } from '../route';
import type { Call, ZluriRoute } from '../route';
import { BASE, instanceOf, onlyKeys } from './integrations';

/** https://help.zluri.com/reference/uploadincrementaldata */
const LONGEST_PAGE = 1000;
const HOUR = 3_600_000;

/** One sync of an instance at a time. https://developers.zluri.com/reference/initinstancesync */
function start(call: Call): Answer {
  const { instance_id, status } = instanceOf(call);
  onlyKeys(bodyOf(call.exchange), []);
  const { syncs } = call.tenant.data;
  // Which status an instance that may not sync is answered with is inferred.
  if (status !== 'connected') throw new WrongValue('instance_id', 'The instance is not connected', 'params');
  if (syncs.some((sync) => sync.instance_id === instance_id && sync.status === 'started')) {
    const msg = 'A sync is already running for this instance';
    throw new Complaints(409, 'SYNC_IN_PROGRESS', [{ msg }]);
  }
  const sync: IntegrationSync = {
    sync_id: objectId('sync', syncs.length),
    instance_id,
    status: 'started',
    started_at: new Date(call.now).toISOString(),
    finished_at: null,
    pages: [],
    showsAt: null,
  };
  syncs.push(sync);
  return created(call, { sync_id: sync.sync_id, instance_id, status: statusWord(call, sync) });
}

/** The newest first, which is inferred. https://developers.zluri.com/reference/listsyncsfororginstance */
function list(call: Call): Answer {
  const { instance_id } = instanceOf(call);
  const syncs = call.tenant.data.syncs.filter((sync) => sync.instance_id === instance_id).reverse();
  return offsetPage(
    call,
    syncs.map((sync) => ({
      ...{ sync_id: sync.sync_id, status: statusWord(call, sync) },
      ...(call.options.syncTimes ? timesOf(sync) : {}),
    })),
  );
}

function timesOf({ started_at, finished_at }: IntegrationSync) {
  return { started_at, ...(finished_at === null ? {} : { finished_at }) };
}

/** https://developers.zluri.com/docs/best-practices */
const PROSE: Readonly<Record<string, string>> = { started: 'running', completed: 'finished' };

function statusWord({ options }: Call, { status }: IntegrationSync): string {
  return options.syncWords === 'prose' ? (PROSE[status] ?? status) : status;
}

/** A page of an entity with that number takes the place of the one before. https://developers.zluri.com/reference/uploadsnapshotdata */
function upload(model: Entity['model']) {
  return (call: Call): Answer => {
    const sync = openSync(call);
    const body = bodyOf(call.exchange);
    onlyKeys(body, ['sync_id', 'entity_name', 'page_number', 'data']);
    const { sync_id, entity_name, page_number, data } = body;
    // Said of incremental pages alone.
    if (sync_id === undefined ? model === 'incremental' : sync_id !== sync.sync_id) {
      throw new WrongValue('sync_id', 'Must be the id of the sync');
    }
    const entity = ENTITIES.find(({ name }) => name === entity_name);
    if (entity?.model !== model) throw new WrongValue('entity_name', `Must be an entity with ${model} data`);
    if (!Number.isInteger(page_number) || Number(page_number) < 1) {
      throw new WrongValue('page_number', 'Must be an integer from 1 on');
    }
    if (!Array.isArray(data) || data.length > LONGEST_PAGE) {
      throw new WrongValue('data', `Must be an array of at most ${LONGEST_PAGE} records`);
    }
    const complaints = schemaComplaints(data, entity);
    if (complaints.length > 0) throw new Complaints(422, 'SCHEMA_VALIDATION_FAILED', complaints);
    const page = {
      entity_name: entity.name,
      page_number: Number(page_number),
      data,
      status: 'valid' as const,
    };
    const at = sync.pages.findIndex(
      (each) => each.entity_name === page.entity_name && each.page_number === page.page_number,
    );
    if (at < 0) sync.pages.push(page);
    else sync.pages[at] = page;
    // A weak guess.
    const answer = { message: 'page accepted', entity_name, page_number, records: data.length };
    return ok(answer, data.length);
  };
}

/** Checks across all entities; what was uploaded shows some hours later. https://help.zluri.com/reference/finishsyncv2 */
function finish(call: Call): Answer {
  const sync = openSync(call);
  onlyKeys(bodyOf(call.exchange), []);
  const missing = missingPages(sync);
  if (sync.pages.length === 0) throw new Refusal(403, 'No page was uploaded');
  if (missing.length > 0) throw new Refusal(403, `Not all pages were uploaded: ${missing.join(', ')}`);
  const complaints = referenceComplaints(sync);
  sync.finished_at = new Date(call.now).toISOString();
  // That the sync is failed then, and closed, is inferred: it is read-only after finish.
  sync.status = complaints.length > 0 ? 'failed' : 'completed';
  if (complaints.length > 0) throw new Complaints(422, 'REFERENCE_VALIDATION_FAILED', complaints);
  sync.showsAt = call.now + call.options.syncHours * HOUR;
  return single(call, { sync_id: sync.sync_id, status: statusWord(call, sync) });
}

/** What was uploaded is gone for good. https://help.zluri.com/reference/killsync */
function abort(call: Call): Answer {
  const sync = openSync(call);
  onlyKeys(bodyOf(call.exchange), []);
  Object.assign(sync, { status: 'aborted', finished_at: new Date(call.now).toISOString(), pages: [] });
  return single(call, { sync_id: sync.sync_id, status: statusWord(call, sync) });
}

/** One item for each page. https://developers.zluri.com/reference/getsyncdetails */
function details(call: Call): Answer {
  const sync = syncOf(call);
  const { sync_id, instance_id } = sync;
  const pages = sync.pages.map((page, i) => ({
    entity_name: page.entity_name,
    page_number: page.page_number,
    records: page.data.length,
    status: page.status,
    raw_data_url: link(`raw-${i + 1}`),
    ...(page.status === 'invalid' ? { error_report_url: link(`errors-${i + 1}`) } : {}),
  }));
  const head = { sync_id, instance_id, status: statusWord(call, sync) };
  return call.options.syncPages ? offsetPage(call, pages, head) : single(call, head);
}

/** Links are signed and live for a while; these lead nowhere. */
const link = (name: string) => `https://example.com/signed/${name}?signature=not-a-real-one`;

function syncOf(call: Call): IntegrationSync {
  const id = call.parameters.sync_id;
  const sync = call.tenant.data.syncs.find((each) => each.sync_id === id);
  if (sync === undefined) throw new Refusal(404, `No sync ${String(id)} was found`);
  return sync;
}

/** Others are read-only; which status a change to them is answered with is inferred. https://help.zluri.com/reference/killsync */
function openSync(call: Call): IntegrationSync {
  const sync = syncOf(call);
  if (sync.status !== 'started') throw new WrongValue('sync_id', `The sync is ${sync.status}`, 'params');
  return sync;
}

/** Path and method of finish are inferred from those of abort; so are the paths of details and incremental data. */
export function syncRoutes({ finishMethod }: ZluriOptions): readonly ZluriRoute[] {
  const ofInstance = `${BASE}/instances/{instance_id}/syncs`;
  const one = `${BASE}/syncs/{sync_id}`;
  return [
    route(`POST ${ofInstance}`, 'integrations', start),
    route(`GET ${ofInstance}`, 'integrations', list),
    route(`POST ${one}/snapshot-data`, 'integrations', upload('snapshot')),
    route(`POST ${one}/incremental-data`, 'integrations', upload('incremental')),
    route(`${finishMethod.toUpperCase()} ${one}/finish`, 'integrations', finish),
    route(`PUT ${one}/abort`, 'integrations', abort),
    route(`GET ${one}`, 'integrations', details),
  ];
}
