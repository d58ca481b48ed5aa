/** Zluri's audit log: who did what in Zluri, in the last weeks. */
import type { ResourceDefinition } from '../definition';
import { field } from '../field';
import { AUDIT_PAGING, ENVELOPE, FIELDS_IN_RECORDS, help, PATHS, RATE } from './settings';

const LIST = help('getauditlogs');
/** The page describes no attribute of an entry: each of these is a guess, and whatever else comes is shown too. */
const GUESS = help('getauditlogs', 'I');

/** How far back the log is read, in windows of seven days. A choice of ours: the older, the slower. */
const AUDIT_WINDOWS = 4;

export const AUDIT_LOG: ResourceDefinition = {
  resource: 'auditLog',
  title: 'Audit log',
  singular: 'audit log entry',
  plural: 'audit log entries',
  description: `What happened in Zluri in the last ${String(AUDIT_WINDOWS * 7)} days, and who did it.`,
  path: PATHS.auditLog,
  query: {},
  envelope: ENVELOPE,
  paging: AUDIT_PAGING,
  // A longer span is no error: all but its last seven days are left out without a word.
  window: { fromParameter: 'start_date', toParameter: 'end_date', days: 7, windows: AUDIT_WINDOWS },
  key: 'id',
  name: 'event',
  // Two entries may agree in all that is known of them: machines do many things in one second.
  keyFrom: { fields: ['timestamp', 'event', 'actor_email', 'entity_id', 'entity_name'], numbered: true },
  fields: [
    field('id', 'ID', 'id', 'What tells one entry from another, by which rows are recognised.', GUESS, {
      aliases: ['_id', 'audit_id', 'log_id'],
    }),
    field('timestamp', 'Time', 'dateTime', 'When it happened.', GUESS, {
      aliases: ['created_at', 'createdAt', 'event_time', 'date', 'time'],
    }),
    field('event', 'Event', 'text', 'What happened, in Zluri’s own words.', GUESS, {
      aliases: ['event_code', 'event_name', 'event_type', 'action'],
    }),
    field('actor_name', 'Who', 'text', 'Who did it.', GUESS, {
      aliases: ['actor.user_name', 'actor.name', 'user.user_name', 'user.name'],
    }),
    field('actor_email', 'Who (email)', 'email', 'The e-mail address of who did it.', GUESS, {
      aliases: ['actor.user_email', 'actor.email', 'user.user_email', 'user.email'],
    }),
    field('entity_type', 'Kind', 'text', 'What kind of thing it was done to.', GUESS, {
      aliases: ['entity.type', 'entity.entity_type'],
    }),
    field('entity_name', 'What', 'text', 'What it was done to.', GUESS, {
      aliases: ['entity.name', 'entity.entity_name'],
    }),
    field('entity_id', 'What (ID)', 'id', 'Zluri’s id of what it was done to.', GUESS, {
      selected: false,
      aliases: ['entity.id', 'entity._id', 'entity.entity_id'],
    }),
  ],
  fieldsInRecords: { ...FIELDS_IN_RECORDS, othersSelected: true },
  rateClass: RATE,
  evidence: LIST,
};
