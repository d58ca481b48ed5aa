/** Sends a batch with the journal ahead of it, and writes down what became of each change. */
import { isTold } from '../../core/change/answered';
import { liveValue, sameValue } from '../../core/change/compare';
import { AppError } from '../../core/errors';
import type { ApiAnswer } from '../../core/http/request';
import { restsUntil } from '../../core/jobs/runner';
import type { JournalNews } from '../../core/log/push-journal';
import type { Canonical } from '../../core/table/codec/codec';
import type { RemoteRecord } from '../../core/table/field';
import { answeredRecord, createdId, refusedFields, wasGone } from '../../providers/writing';

import type { Letter } from './letters';
import { type Doubtful, resolveDoubtful } from './resolving';
import type { BatchEnd, RecordChanges, Sending } from './sending';

/** Errors after which no other request of this person would fare better. */
const FOR_ALL = ['KEY_REFUSED', 'FETCH_QUOTA'];

/** What one request came to. */
type Ending =
  | {
      readonly kind: 'sent';
      readonly newId?: string;
      /** Keys of the fields that say in the answer what they said before. */
      readonly ignored?: readonly string[];
    }
  | {
      readonly kind: 'refused';
      readonly fields: readonly string[];
      readonly message: string;
      /** Set where it is the key's fault and not that of what was sent. */
      readonly denied?: AppError;
    }
  | { readonly kind: 'unsent'; readonly why: AppError }
  | { readonly kind: 'doubtful'; readonly why: AppError };

/** Everything of the batch is 'sending' in the journal before the first request goes. */
export function deliver(sending: Sending, letters: readonly Letter[]): BatchEnd {
  if (letters.length === 0) return { rest: [], stop: null };
  const { dispatcher, journal, plan, live, ports } = sending;
  const all = letters.map(({ record }) => record);
  journal.record(
    plan.id,
    all.flatMap((record) => newsOf(record, 'sending')),
  );
  const results = dispatcher.send(letters.map(({ request }) => request));
  live.forget(all.map(({ id }) => id));
  const told = all.map((record, index) => toldOf(record, endingOf(sending, record, results[index])));
  journal.record(
    plan.id,
    told.flatMap(({ news }) => news),
  );
  const doubtful = told.flatMap(({ doubt }) => doubt ?? []);
  const rest = told.flatMap(({ again }) => again ?? []);
  const denials = told.flatMap(({ denied }) => denied ?? []);
  // Where the key may send none of them, it may send none of those that follow.
  const denied = denials.length === letters.length ? denials[0] : undefined;
  const stop = told.find(({ stop: why }) => why !== undefined)?.stop ?? denied ?? null;
  const late = doubtful.find(({ why }) => restsUntil(why, ports.clock.now()) !== null);
  if (late) return { rest, stop: late.why };
  resolveDoubtful(sending, doubtful);
  return { rest, stop };
}

/** What an ending means for the journal and for the batches after this one. */
interface Told {
  readonly news: readonly JournalNews[];
  readonly again?: RecordChanges;
  readonly stop?: AppError;
  readonly doubt?: Doubtful;
  readonly denied?: AppError;
}

function toldOf(record: RecordChanges, ending: Ending): Told {
  switch (ending.kind) {
    case 'sent': {
      const [ignored, taken] = parted(record, ending.ignored ?? []);
      const news = taken ? newsOf(taken, 'sent', '', ending.newId) : [];
      return { news: [...news, ...newsOf(ignored, 'refused', IGNORED)] };
    }
    case 'unsent':
      return { news: newsOf(record, 'planned'), again: record, stop: ending.why };
    case 'doubtful':
      return { news: [], doubt: { record, why: ending.why } };
    case 'refused': {
      const { fields, message, denied } = ending;
      const [refused, others] = parted(record, fields);
      const news = newsOf(refused, 'refused', message);
      if (!others) return { news, ...(denied ? { denied } : {}) };
      return { news: [...news, ...newsOf(others, 'planned')], again: { ...others, isRest: true } };
    }
  }
}

const IGNORED =
  'It was answered as done, but still says what it said before. Look there whether this record can be changed.';

function newsOf(
  { changes }: RecordChanges,
  outcome: JournalNews['outcome'],
  detail = '',
  newId?: string,
): readonly JournalNews[] {
  const more = newId === undefined ? {} : { newId };
  return changes.map(({ id, field }) => ({ id, field, outcome, detail, ...more }));
}

function endingOf(sending: Sending, record: RecordChanges, result: ApiAnswer | AppError | undefined): Ending {
  const { target, answers } = sending;
  const { resource, provider } = target;
  if (result === undefined) {
    return { kind: 'doubtful', why: new AppError('BUG', { problem: 'a request got no result' }) };
  }
  if (result instanceof AppError) return failed(sending, record, result);
  if (record.action === 'delete') return { kind: 'sent' };
  const newId = record.action === 'create' ? createdId(resource, result.body) : null;
  if (record.action === 'create' && newId === null) {
    // Nobody knows its id: it has to be looked for.
    const garbled = { provider: provider.title, problem: 'it names no id' };
    return { kind: 'doubtful', why: new AppError('PROVIDER_GARBLED', garbled) };
  }
  const id = newId ?? record.id;
  const answered = answeredRecord(resource, record.action, id, result.body);
  if (answered) answers.set(id, answered);
  if (newId !== null) return { kind: 'sent', newId };
  return { kind: 'sent', ignored: answered ? ignoredIn(sending, record, answered) : [] };
}

/** Where an answer tells what the record says now, a field may have been passed over without a word. */
function ignoredIn({ table }: Sending, { changes }: RecordChanges, answer: RemoteRecord): readonly string[] {
  const { fields, timeZone } = table;
  return changes.flatMap(({ field: key, from, live = from, to }) => {
    const field = fields.find((each) => each.key === key);
    if (!field || !isTold(field, answer)) return [];
    const now = liveValue(field, answer, timeZone);
    const says = (value: Canonical): boolean => sameValue(field, now, value, timeZone);
    return says(live) && !says(to) ? [key] : [];
  });
}

function failed({ target, table }: Sending, record: RecordChanges, error: AppError): Ending {
  const { provider, resource } = target;
  if (error.details['outcome'] === 'unknown') return { kind: 'doubtful', why: error };
  if (error.details['until'] !== undefined || FOR_ALL.includes(error.code))
    return { kind: 'unsent', why: error };
  const all = record.changes.map(({ field }) => field);
  if (wasGone(record.action, error)) return { kind: 'sent' };
  if (error.code === 'NOT_FOUND' && record.action === 'update') {
    return {
      kind: 'refused',
      fields: all,
      message: `${provider.title} does not have this ${resource.singular} any more. Refresh the tab to see what is there.`,
    };
  }
  if (error.code === 'KEY_LACKS_RIGHTS') {
    const denied = new AppError('KEY_CANNOT_WRITE', { provider: provider.title, subject: resource.plural });
    return { kind: 'refused', fields: all, message: `${denied.what} ${denied.next}`, denied };
  }
  if (record.action === 'create' && resource.writes?.create?.refusedWhereThere)
    return { kind: 'doubtful', why: error };
  const message = String(error.details['message'] ?? error.what);
  const written = table.fields.filter(({ key }) => all.includes(key));
  const named =
    record.isRest || record.action !== 'update'
      ? []
      : refusedFields(resource, record.action, written, message);
  return {
    kind: 'refused',
    fields: named.length > 0 ? named : all,
    message: `${provider.title}: ${message}`,
  };
}

/** The changes of these fields, and the others; null where there are none. */
function parted(record: RecordChanges, fields: readonly string[]): [RecordChanges, RecordChanges | null] {
  const others = record.changes.filter(({ field }) => !fields.includes(field));
  const refused = { ...record, changes: record.changes.filter(({ field }) => fields.includes(field)) };
  return [refused, others.length > 0 ? { ...record, changes: others } : null];
}
