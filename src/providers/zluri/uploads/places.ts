/** Zluri's integration instances, to which everything is uploaded. */
import type { ApiAnswer, ApiRequest } from '../../../core/http/request';
import type { NewPlace, PlaceRequests, UploadPlace } from '../../uploading';
import { help, idAt, notArchived, PAGING, PATHS, RATE } from '../settings';
import { goesOn, recordsIn, textAt } from './answers';
import {
  INSTANCE_APP,
  INSTANCE_ID,
  INSTANCE_KEYS,
  INSTANCE_TITLE,
  MOST_EMAILS,
  SDK_PAGE_SIZE,
  SDK_PATHS,
  STATUS,
} from './settings';

/** As many as one page holds. */
const MOST_APPS = PAGING.pageSize;

export const PLACES: PlaceRequests = {
  singular: 'integration instance',
  help: 'Zluri lists the instances of its integration SDK by name; an instance belongs to one app and keeps both for good.',
  list: (page) => ({
    method: 'get',
    path: SDK_PATHS.instances,
    query: { offset: (page - 1) * SDK_PAGE_SIZE, limit: SDK_PAGE_SIZE },
    rateClass: RATE,
    repeatable: true,
    subject: 'integration instances',
  }),
  readList({ body }, page) {
    const records = recordsIn(body);
    const places = records.map(placeOf).filter(({ place }) => place !== '');
    return { places, more: goesOn(body, records.length, (page - 1) * SDK_PAGE_SIZE + records.length) };
  },
  findApps,
  readApps: ({ body }) =>
    recordsIn(body)
      .map((record) => ({ app: textAt(record, idAt('app_id')), title: textAt(record, ['app_name', 'name']) }))
      .filter(({ app, title }) => app !== '' && title !== ''),
  // [D] Only the name is needed. https://developers.zluri.com/reference/addapplication
  createApp: (title) => ({
    method: 'post',
    path: PATHS.newApp,
    body: { app_name: title },
    rateClass: RATE,
    repeatable: false,
    subject: 'the new app',
  }),
  readApp: ({ body }) => textAt(body, idAt('app_id')),
  create: createInstance,
  mostEmails: MOST_EMAILS,
  readCreated: ({ body }: ApiAnswer) => textAt(body, INSTANCE_ID) || null,
  // [D] https://developers.zluri.com/docs/troubleshooting
  refused:
    'Names are taken once, and whoever makes it or is told of failures must be a user of Zluri under the same e-mail address.',
  evidence: help('createsdkinstance'),
};

/**
 * [I] That `search_query` works as on the lists that name it. A comma would part terms: the longest of them is looked for.
 * The first page goes without a number: see PAGING.
 */
function findApps(text: string): ApiRequest {
  return {
    method: 'post',
    path: PATHS.apps,
    query: { page_size: MOST_APPS, search_query: longestTerm(text) || undefined },
    body: { filter_by: [notArchived('app_archive')], sort_by: [{ app_name: 1 }] },
    rateClass: RATE,
    repeatable: true,
    subject: 'apps',
  };
}

function longestTerm(text: string): string {
  const terms = text.split(',').map((term) => term.trim());
  return terms.reduce((longest, term) => (term.length > longest.length ? term : longest), '');
}

/**
 * The addresses must be those of Zluri's users, three at most and one at least: without any, that of whoever makes it. Who is
 * named as the maker must be one too: a person who chose others to be told need not be.
 */
function createInstance({
  title,
  app,
  emails = [],
  by = '',
}: NewPlace & { readonly app: string }): ApiRequest {
  const told = (emails.length > 0 ? emails : [by].filter(Boolean)).slice(0, MOST_EMAILS);
  return {
    method: 'post',
    path: SDK_PATHS.instances,
    body: {
      [INSTANCE_KEYS.app]: app,
      [INSTANCE_KEYS.title]: title,
      [INSTANCE_KEYS.emails]: told,
      [INSTANCE_KEYS.by]: told.includes(by) ? by : (told[0] ?? ''),
    },
    rateClass: RATE,
    repeatable: false,
    subject: 'the new integration instance',
  };
}

function placeOf(record: Readonly<Record<string, unknown>>): UploadPlace {
  const place = textAt(record, INSTANCE_ID);
  const app = textAt(record, INSTANCE_APP);
  const status = textAt(record, STATUS);
  return {
    place,
    title: textAt(record, INSTANCE_TITLE) || place,
    ...(app === '' ? {} : { app }),
    ...(status === '' || status === 'connected' ? {} : { note: status.replace(/-/g, ' ') }),
  };
}
