/** The requests of a sync's life. */
import type { ApiRequest } from '../../../core/http/request';
import type { UploadFileHead } from '../../uploading';
import { RATE } from '../settings';
import { FINISH_METHODS, SDK_PAGE_SIZE, SDK_PATHS } from './settings';
import { TARGETS } from './targets';

export function listSyncs(instance: string, offset: number): ApiRequest {
  return reading(filled(SDK_PATHS.syncs, instance), offset, 'this instance');
}

export function syncDetails(sync: string, offset: number): ApiRequest {
  return reading(filled(SDK_PATHS.sync, sync), offset, 'the sync');
}

/** 409: one is open already. */
export function startSync(instance: string): ApiRequest {
  return {
    method: 'post',
    path: filled(SDK_PATHS.syncs, instance),
    body: {},
    rateClass: RATE,
    reads: [409],
    repeatable: false,
    subject: 'this instance',
  };
}

/**
 * A page with its records, `text` being the JSON of their list. The same page again takes the place of the one before
 * [D], so it may be repeated. https://developers.zluri.com/docs/every-time-sync-flow
 */
export function sendPage(sync: string, { target, entity, page }: UploadFileHead, text: string): ApiRequest {
  const snapshot = TARGETS.some((known) => known.target === target && known.missing === 'gone');
  return {
    method: 'post',
    path: filled(snapshot ? SDK_PATHS.snapshot : SDK_PATHS.incremental, sync),
    body: { sync_id: sync, entity_name: entity, page_number: page, data: JSON.parse(text) as unknown },
    rateClass: RATE,
    reads: [400, 413, 422],
    repeatable: true,
    subject: `the sync, or lists of ${entity.replace('_', ' ')}`,
  };
}

/** `way`: place in FINISH_METHODS. 403: pages are missing. */
export function finishSync(sync: string, way: number): ApiRequest {
  return {
    method: FINISH_METHODS[way] ?? FINISH_METHODS[0],
    path: filled(SDK_PATHS.finish, sync),
    body: {},
    rateClass: RATE,
    reads: [400, 403, 404, 405, 409, 422],
    repeatable: false,
    subject: 'the end of the sync',
  };
}

/** [D] Only a sync that is open can be aborted, and its pages are gone then: a second time is refused and does no harm. */
export function abortSync(sync: string): ApiRequest {
  return {
    method: 'put',
    path: filled(SDK_PATHS.abort, sync),
    body: {},
    rateClass: RATE,
    reads: [400, 403, 404, 405, 409, 422],
    repeatable: true,
    subject: 'the sync',
  };
}

function reading(path: string, offset: number, subject: string): ApiRequest {
  return {
    method: 'get',
    path,
    query: { offset, limit: SDK_PAGE_SIZE },
    rateClass: RATE,
    repeatable: true,
    subject,
  };
}

function filled(path: string, id: string): string {
  return path.replace(/\{\w+\}/, encodeURIComponent(id));
}
