/** Drop-downs of columns that people edit: the platform's options, and its people. */
import type { DropDown, TabImage, TabOperation, TabPlan } from '../../ports/grid';
import type { Field } from './field';
import { markOf } from './mark';
import { keyOfNote } from './note';
import type { Snapshot, SnapshotConfig } from './snapshot';
import type { TableInput } from './table';

/** Items that a list within a rule may have. [M] the error that scripts meet beyond names the number; no page of Google's does. */
const MOST = 500;

type People = NonNullable<TableInput['people']>;

/** A column that may want a drop-down. */
interface Place {
  readonly field: Field;
  /** Position, from 1. */
  readonly at: number;
  /** True for a new column, which has none yet whatever is remembered. */
  readonly fresh: boolean;
}

export interface DropDowns {
  readonly operations: readonly TabOperation[];
  /** By field key, what to remember. */
  readonly marks: Readonly<Record<string, string>>;
}

/**
 * Drop-downs whose choices are not those of the last time; where there are none any more, the drop-down goes. One that
 * a person changed stays theirs as long as its choices are the same.
 */
export function dropDowns(
  places: readonly Place[],
  before: SnapshotConfig['dropDowns'],
  people: People | undefined,
): DropDowns {
  const marks: Record<string, string> = { ...before };
  const lists: DropDown[] = [];
  const columns: { column: number; count: number }[] = [];
  for (const { field, at, fresh } of places) {
    const choices = choicesOf(field, people);
    const known = fresh ? undefined : before?.[field.key];
    if (choices === undefined) continue;
    if (choices === null) {
      delete marks[field.key];
      if (known !== undefined) columns.push({ column: at, count: 1 });
      continue;
    }
    const mark = markOf(JSON.stringify(named(choices)));
    marks[field.key] = mark;
    if (mark !== known) lists.push({ column: at, choices });
  }
  return {
    operations: [
      ...(columns.length > 0 ? [{ kind: 'noRules', columns } as const] : []),
      ...(lists.length > 0 ? [{ kind: 'lists', lists } as const] : []),
    ],
    marks,
  };
}

/** Null for none, undefined where nobody can tell at the moment. Several of a list cannot be chosen by a script's rule. */
function choicesOf(field: Field, people: People | undefined): DropDown['choices'] | null | undefined {
  if (field.writable && field.type === 'person') return people;
  if (!field.writable || field.type !== 'option') return null;
  const labels = [...new Set(field.options?.map(({ label }) => label))].filter((label) => label !== '');
  return labels.length > 0 && labels.length <= MOST ? labels : null;
}

/** The choices as they are told apart: a tab may be renamed. */
function named(choices: DropDown['choices']): unknown {
  return 'tab' in choices ? [choices.tab.id ?? choices.tab.name, choices.column] : choices;
}

export interface DropDownQuestion {
  readonly image: TabImage;
  readonly snapshot: Snapshot;
  /** What the platform offers. */
  readonly fields: readonly Field[];
  readonly people?: People;
}

/** Drop-downs for a tab that has none yet, without reading records: columns are found by their notes alone. */
export function planDropDowns({ image, snapshot, fields, people }: DropDownQuestion): {
  readonly plan: TabPlan;
  readonly snapshot: Snapshot;
} {
  const keys = image.headerNotes.map(keyOfNote);
  const places = fields.flatMap((field): Place[] => {
    const at = keys.indexOf(field.key) + 1;
    return at > 0 ? [{ field, at, fresh: false }] : [];
  });
  const { operations, marks } = dropDowns(places, snapshot.config.dropDowns, people);
  return {
    plan: { tab: { id: image.id, name: image.name }, operations },
    snapshot: { ...snapshot, config: { ...snapshot.config, dropDowns: marks } },
  };
}
