/** Lists as a push reads them: without anybody's filters, and below some parents only. */
import { AppError } from '../core/errors';
import type { Dispatcher } from '../core/http/dispatcher';
import type { ListRequest, ReadResult, Sender } from '../core/http/list';
import { readAll } from '../core/http/paging';
import { type ApiAnswer, nameOf } from '../core/http/request';
import { readTogether } from '../core/http/together';
import type { Field, RemoteRecord } from '../core/table/field';
import type { ResourceDefinition } from './definition';
import { listFilled } from './reading';
import { listRequests } from './requests';

/** The parts of the dispatcher that reading needs. */
export type LiveSender = Pick<Dispatcher, 'send' | 'sendOne'>;

/** The resource with what its list must be told in order to leave out as little as possible. */
export function wholeList(resource: ResourceDefinition): ResourceDefinition {
  return { ...resource, query: { ...resource.query, ...resource.writes?.listQuery } };
}

/**
 * The records below some parents, which are known by what the records take from them; their first pages are asked for together. A
 * parent that is gone has none.
 */
export function readBelow(
  sender: LiveSender,
  resource: ResourceDefinition,
  fields: readonly Field[],
  parents: readonly RemoteRecord[],
): Pick<ReadResult, 'records' | 'complete'> {
  const [list] = listRequests(resource, fields);
  const lists = parents.flatMap((given) => listFilled(list, given) ?? []);
  const readings = lists.map((each) => (from: Sender) => readOrNone(from, each, resource.key));
  const early = readTogether(sender, readings);
  const parts = readings.map((read, index) => read(answering(sender, early[index] ?? new Map())));
  return {
    records: parts.flatMap(({ records }) => records),
    complete: parts.every(({ complete }) => complete),
  };
}

const NONE = { records: [], complete: true };

function readOrNone(
  sender: Sender,
  list: ListRequest,
  key: string,
): Pick<ReadResult, 'records' | 'complete'> {
  try {
    return readAll(sender, list, key);
  } catch (thrown) {
    const error = AppError.from(thrown);
    if (error.code !== 'NOT_FOUND') throw error;
    return NONE;
  }
}

/** Gives what came already, once, and asks for the rest. */
function answering(sender: LiveSender, answers: ReadonlyMap<string, ApiAnswer | AppError>): Sender {
  const early = new Map(answers);
  return {
    sendOne: (request) => {
      const name = nameOf(request);
      const known = early.get(name);
      early.delete(name);
      if (known instanceof AppError) throw known;
      return known ?? sender.sendOne(request);
    },
  };
}
