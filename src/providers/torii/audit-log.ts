/** Torii's audit log: who did what in Torii, in the last weeks. */
import type { ResourceDefinition } from '../definition';
import { field } from '../field';
import { PAGING, perMinute, reference } from './settings';

const LIST = reference('getaudit');
/** Entries have no id: they are told apart by what they say. */
const MADE = reference('getaudit', 'I');

/** How far back the log is read. A choice of ours: the older, the slower. */
export const AUDIT_DAYS = 30;

/**
 * [D] An answer that is too large is refused with 502, and 1,000 is the most that may be asked for; how large is too large is not
 * said. [I] Entries are of some hundred characters, the changed values included, so that this many stay well below a megabyte.
 */
const ENTRIES_A_PAGE = 500;

export const AUDIT_LOG: ResourceDefinition = {
  resource: 'auditLog',
  title: 'Audit log',
  singular: 'audit log entry',
  plural: 'audit log entries',
  description: `What happened in Torii in the last ${String(AUDIT_DAYS)} days, and who did it.`,
  path: '/audit',
  // The oldest first, so that what happens meanwhile comes behind what is there.
  query: { sort: 'asc' },
  envelope: 'audit',
  paging: {
    kind: 'cursor',
    sizeParameter: PAGING.sizeParameter,
    pageSize: ENTRIES_A_PAGE,
    cursorParameter: PAGING.cursorParameter,
    // No answer tells a total.
    nextCursor: PAGING.nextCursor,
    maxPages: PAGING.maxPages,
  },
  window: { fromParameter: 'startTime', toParameter: 'endTime', days: AUDIT_DAYS, windows: 1 },
  key: 'id',
  name: 'type',
  // Two entries may agree in all that is shown.
  keyFrom: { fields: ['creationTime', 'type', 'performedBy', 'path'], numbered: true },
  fields: [
    field('id', 'ID', 'id', 'What tells one entry from another, by which rows are recognised.', MADE),
    field('creationTime', 'Time', 'dateTime', 'When it happened.', LIST),
    field('type', 'Event', 'text', 'What happened, in Torii’s own words.', LIST),
    field('performedByFirstName', 'First name', 'text', 'The first name of who did it.', LIST),
    field('performedByLastName', 'Last name', 'text', 'The last name of who did it.', LIST),
    field('performedByEmail', 'Email', 'email', 'The e-mail address of who did it.', LIST),
    field('path', 'Request', 'text', 'The address in Torii to which the request went.', LIST, {
      aliases: ['requestDetails.path'],
    }),
    field('method', 'Method', 'text', 'The kind of request: put changes, post adds, delete removes.', LIST, {
      aliases: ['requestDetails.method'],
    }),
    field('properties', 'Details', 'other', 'What else Torii noted, as it comes.', LIST),
    field('remoteAddress', 'From', 'text', 'The network address from which the request came.', LIST, {
      selected: false,
      aliases: ['requestDetails.remoteAddress'],
    }),
    field('performedBy', 'User ID', 'id', 'Torii’s number for who did it.', LIST, { selected: false }),
    field('idTargetOrg', 'Organisation ID', 'id', 'Torii’s number for your organisation.', LIST, {
      selected: false,
    }),
  ],
  filterIdeas: [
    { label: 'Of the past 7 days', filters: [{ field: 'creationTime', test: 'inPastDays', values: [7] }] },
    { label: 'API keys made', filters: [{ field: 'type', test: 'contains', values: ['api_key'] }] },
  ],
  rateClass: perMinute('GET /audit', 200),
  evidence: LIST,
};
