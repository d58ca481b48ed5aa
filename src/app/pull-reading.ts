/** The first half of a pull: which fields are wanted, and all records with them. Touches no tab. */
import { AppError } from '../core/errors';
import { Dispatcher } from '../core/http/dispatcher';
import type { ReadResult } from '../core/http/list';
import { unknownFields } from '../core/http/unknown-fields';
import type { Slice } from '../core/jobs/runner';
import type { Field, RemoteRecord } from '../core/table/field';
import type { Ports } from '../ports';
import type { ProviderDefinition, ResourceDefinition } from '../providers/definition';
import { learnFields } from '../providers/learned-fields';
import { readResource } from '../providers/reading';
import { connectionOf } from './account';
import { readFields } from './fields';

export interface PullRead {
  /** In order of choice, the key field first. */
  readonly fields: readonly Field[];
  /** Keys of the choice, also of fields that are not offered just now. */
  readonly chosen: readonly string[];
  readonly records: readonly RemoteRecord[];
  /** False where something may be missing: then nothing counts as gone. */
  readonly complete: boolean;
  readonly remarks: readonly string[];
}

/** `wanted` are field keys in order, or undefined for the usual ones. Throws what the dispatcher and the pager throw. */
export function readForPull(
  ports: Ports,
  provider: ProviderDefinition,
  resource: ResourceDefinition,
  wanted: readonly string[] | undefined,
  slice: Slice,
): PullRead {
  const dispatcher = new Dispatcher(ports, connectionOf(ports, provider), {
    deadline: slice.deadline,
    onWait: (reason, until) => slice.waiting(reason, until),
  });
  const read = (fields: readonly Field[]): ReadResult =>
    readResource(dispatcher, provider, resource, fields, ports.clock.now(), ({ records, total, pages }) => {
      slice.progress({
        done: records,
        ...(total === undefined ? {} : { total }),
        unit: resource.plural,
        pages,
      });
    });
  if (resource.fieldsInRecords) {
    const result = read([]);
    return joined(choose(learnFields(resource, result.records), provider, resource, wanted), result);
  }
  const choice = choose(readFields(dispatcher, resource), provider, resource, wanted);
  try {
    return joined(choice, read(choice.fields));
  } catch (thrown) {
    // Deleted or hidden since it was listed: Torii then refuses the whole list and names the field.
    const refused = unknownFields(AppError.from(thrown));
    if (refused.length === 0) throw thrown;
    const left = choice.fields.filter(({ key }) => !refused.includes(key));
    return joined({ ...choice, fields: left, gone: [...choice.gone, ...refused] }, read(left));
  }
}

interface Choice {
  readonly fields: readonly Field[];
  readonly chosen: readonly string[];
  readonly gone: readonly string[];
}

/** The key field first, then the wanted ones that still exist, each once. Throws UNKNOWN_FIELD where none exists. */
function choose(
  offered: readonly Field[],
  { title }: ProviderDefinition,
  resource: ResourceDefinition,
  wanted: readonly string[] | undefined,
): Choice {
  const byKey = new Map(offered.map((field) => [field.key, field]));
  const keys = wanted ?? offered.filter((field) => field.selected).map((field) => field.key);
  const chosen = [...new Set([resource.key, ...keys])];
  const gone = chosen.filter((key) => !byKey.has(key));
  if (gone.length > 0 && gone.length >= chosen.length - 1) {
    const field = gone.join(', ');
    throw new AppError('UNKNOWN_FIELD', { provider: title, field, subject: resource.plural });
  }
  return { fields: chosen.flatMap((key) => byKey.get(key) ?? []), chosen, gone };
}

function joined({ fields, chosen, gone }: Choice, { records, complete, remarks }: ReadResult): PullRead {
  const goneRemarks = gone.map(
    (key) => `The field “${key}” is not offered any more: it was deleted or hidden.`,
  );
  return { fields, chosen, records, complete, remarks: [...goneRemarks, ...remarks] };
}
