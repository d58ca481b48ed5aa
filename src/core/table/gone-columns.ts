/** Columns of chosen fields that the platform does not offer any more: greyed and dated, and back once they are offered. */
import type { ColumnPlan, FieldColumn, RestingColumn } from './column-plan';
import { aboveKey, keyLine, withoutLines } from './note';
import type { RememberedColumn } from './snapshot';
import { chosenKeys, type TableInput, tellsGone } from './table';
import { dayOf, zoneOf } from './wall-clock';

const NOT_OFFERED = 'Not offered by ';

export interface GoneColumns {
  /** With the day since when; a column that nobody can tell about yet is not among them. */
  readonly gone: readonly (RestingColumn & { readonly since: string })[];
  /** Those of them that were there the last time. */
  readonly leaving: readonly RestingColumn[];
  /** Columns that are offered again. */
  readonly returning: readonly FieldColumn[];
  readonly remarks: readonly string[];
}

/** Nothing counts as gone by a read that may have missed something, or that brought nothing to learn fields from. */
export function goneColumns(input: TableInput, { resting, fields }: ColumnPlan): GoneColumns {
  const { provider } = input.words;
  const today = dayOf(zoneOf(input.timeZone).wallOf(input.now));
  const isSure = tellsGone(input) && input.records.length > 0;
  const remembered = new Map(input.snapshot?.config.columns.map((column) => [column.key, column]));
  const left = resting.filter(({ chosen }) => chosen);
  const gone = left.flatMap((column) => {
    const since = column.remembered.gone ?? (isSure ? today : undefined);
    return since === undefined ? [] : [{ ...column, since }];
  });
  const dated = new Set(gone.map(({ key }) => key));
  const columned = new Set(left.map(({ key }) => key));
  // A person who took the column away knows that it is not there, unless they have just chosen it again.
  const unknown = notOffered(input).filter(
    (key) => !columned.has(key) && (input.chosenNow === true || !remembered.has(key)),
  );
  return {
    gone,
    leaving: gone.filter(({ key }) => remembered.get(key)?.gone === undefined),
    returning: fields.filter(({ key, from }) => from !== null && remembered.get(key)?.gone !== undefined),
    remarks: [
      ...gone.map(({ header, since }) => goneRemark(header, provider, since)),
      ...left
        .filter(({ key }) => !dated.has(key))
        .map(
          ({ header }) =>
            `“${header}” did not come from ${provider} this time; its column was left as it is.`,
        ),
      ...notOfferedRemarks(unknown, provider),
    ],
  };
}

function goneRemark(header: string, provider: string, since: string): string {
  return (
    `“${header}” is not offered by ${provider} any more since ${since}: it was deleted or hidden there. ` +
    'Its column keeps the last values, in grey.'
  );
}

/** Keys of chosen fields that the platform does not offer. */
export function notOffered(input: TableInput): string[] {
  const offered = new Set(input.fields.map(({ key }) => key));
  return chosenKeys(input).filter((key) => !offered.has(key));
}

/** What to say of fields that the platform does not offer and for which there is no column. */
export function notOfferedRemarks(keys: readonly string[], provider: string): string[] {
  return keys.map(
    (key) =>
      `The field “${key}” is not offered by ${provider}: it was deleted or hidden there. It has no column.`,
  );
}

/** What to remember of all columns, the days since when some are gone among it. */
export function rememberGone(
  remembered: readonly RememberedColumn[],
  { gone }: GoneColumns,
): RememberedColumn[] {
  const days = new Map(gone.map(({ key, since }) => [key, since]));
  const known = new Set(remembered.map(({ key }) => key));
  return [...remembered, ...gone.filter(({ key }) => !known.has(key)).map((column) => column.remembered)].map(
    (column) => {
      const since = days.get(column.key);
      return since === undefined ? column : { ...column, gone: since };
    },
  );
}

/** The note of a column that is gone; `note` may have lost its key. */
export function goneNote(note: string, key: string, provider: string, since: string, bound: boolean): string {
  const line = `${NOT_OFFERED}${provider} any more since ${since}: deleted or hidden there. The values are the last that came.`;
  const base = withoutGone(bound ? note : [note, keyLine(key)].filter((text) => text !== '').join('\n'));
  return aboveKey(base, [line]);
}

/** The note without what it says of being gone. */
export function withoutGone(note: string): string {
  return withoutLines(note, [NOT_OFFERED]);
}
