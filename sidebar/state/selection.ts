/** What a tab shows, while a person is choosing it: fields in order, conditions, mode, and the name of a new tab. */
import type { FieldInfo, TabMode } from '../../src/app/contract';
import type { Filter } from '../../src/core/filter/filter';
import { conditionOf, emptyCondition, filled, type Condition } from './condition';
import { chosenKeys } from './field-list';
import { moved } from './order';
import type { Choices, PullOrder } from './run';
import type { Subject } from './subject';

export interface Selection {
  /** Keys in order, the one by which rows are recognised first. */
  readonly fields: readonly string[];
  readonly conditions: readonly Condition[];
  readonly mode: TabMode;
  /** Of a tab that is to be made; '' otherwise. */
  readonly name: string;
}

export type Change =
  | { readonly type: 'add field'; readonly key: string }
  | { readonly type: 'take out field'; readonly key: string }
  /** `to` is a place among all chosen fields; place 0 is the identity's. */
  | { readonly type: 'move field'; readonly key: string; readonly to: number }
  | { readonly type: 'set fields'; readonly keys: readonly string[] }
  | { readonly type: 'add condition'; readonly field: FieldInfo }
  | { readonly type: 'set condition'; readonly condition: Condition }
  | { readonly type: 'remove condition'; readonly id: number }
  | {
      readonly type: 'add filters';
      readonly filters: readonly Filter[];
      readonly fields: readonly FieldInfo[];
    }
  | {
      readonly type: 'remove filters';
      readonly filters: readonly Filter[];
      readonly fields: readonly FieldInfo[];
    }
  | { readonly type: 'set mode'; readonly mode: TabMode }
  | { readonly type: 'set name'; readonly name: string };

/** What the tab shows now, or what a new one would show; `tried` is an order of it that was refused. */
export function selectionOf(subject: Subject, fields: readonly FieldInfo[], tried?: PullOrder): Selection {
  const { tab } = subject;
  const choices = tried?.choices ?? {};
  const filters = choices.filters ?? (typeof tab === 'string' ? [] : tab.filters);
  return {
    fields: choices.fields?.filter((key) => fieldOf(key, fields)) ?? chosenKeys(fields),
    conditions: conditionsOf(filters, fields, 1),
    mode: choices.mode ?? (typeof tab === 'string' ? 'mirror' : tab.mode),
    name: (tab === 'another' && tried?.tab) || '',
  };
}

export function changed(selection: Selection, change: Change): Selection {
  switch (change.type) {
    case 'add field':
      return { ...selection, fields: [...selection.fields.filter((key) => key !== change.key), change.key] };
    case 'take out field':
      return { ...selection, fields: selection.fields.filter((key) => key !== change.key) };
    case 'move field': {
      const from = selection.fields.indexOf(change.key);
      if (from < 1) return selection;
      return { ...selection, fields: moved(selection.fields, from, Math.max(1, change.to)) };
    }
    case 'set fields':
      return { ...selection, fields: change.keys };
    case 'add condition':
      return {
        ...selection,
        conditions: [...selection.conditions, emptyCondition(nextId(selection), change.field)],
      };
    case 'set condition':
      return {
        ...selection,
        conditions: selection.conditions.map((one) =>
          one.id === change.condition.id ? change.condition : one,
        ),
      };
    case 'remove condition':
      return { ...selection, conditions: selection.conditions.filter(({ id }) => id !== change.id) };
    case 'add filters': {
      const fresh = change.filters.filter((filter) => !hasFilters(selection, [filter], change.fields));
      return {
        ...selection,
        conditions: [...selection.conditions, ...conditionsOf(fresh, change.fields, nextId(selection))],
      };
    }
    case 'remove filters': {
      const marks = marksOf(change.filters, change.fields);
      return {
        ...selection,
        conditions: selection.conditions.filter((condition) => !marks.includes(markOf(condition))),
      };
    }
    case 'set mode':
      return { ...selection, mode: change.mode };
    case 'set name':
      return { ...selection, name: change.name };
  }
}

/** Whether each of the filters is among the conditions. */
export function hasFilters(
  { conditions }: Selection,
  filters: readonly Filter[],
  fields: readonly FieldInfo[],
): boolean {
  const present = conditions.map(markOf);
  return marksOf(filters, fields).every((mark) => present.includes(mark));
}

/** Whether two selections would be saved as the same. */
export function sameSelection(one: Selection, other: Selection): boolean {
  return (
    JSON.stringify([one.fields, one.conditions.map(markOf), one.mode, one.name.trim()]) ===
    JSON.stringify([other.fields, other.conditions.map(markOf), other.mode, other.name.trim()])
  );
}

/** What keeps the selection from being saved, by the id of the condition; empty when nothing does. */
export function missingIn(
  { conditions }: Selection,
  fields: readonly FieldInfo[],
): ReadonlyMap<number, string> {
  const missing = new Map<number, string>();
  for (const condition of conditions) {
    const result = filled(condition, fieldOf(condition.field, fields));
    if ('missing' in result) missing.set(condition.id, result.missing);
  }
  return missing;
}

/**
 * The pull that saves the selection; conditions that are not filled in are left out. Of a tab that exists, or is the
 * first of its resource, only what differs from `saved` is sent: fields that are sent count as chosen just now, which
 * brings back columns that a person deleted.
 */
export function orderOf(
  subject: Subject,
  selection: Selection,
  saved: Selection,
  fields: readonly FieldInfo[],
): PullOrder {
  const { provider, resource, tab } = subject;
  const filters = filtersOf(selection, fields);
  const whole = tab === 'another';
  const differs = (one: unknown, other: unknown): boolean =>
    whole || JSON.stringify(one) !== JSON.stringify(other);
  const choices: Choices = {
    ...(differs(selection.fields, saved.fields) ? { fields: selection.fields } : {}),
    ...(differs(filters, filtersOf(saved, fields)) ? { filters } : {}),
    ...(differs(selection.mode, saved.mode) ? { mode: selection.mode } : {}),
  };
  const name = whole ? selection.name.trim() : tab === 'first' ? undefined : tab.tab;
  return {
    provider,
    resource,
    title: name ?? subject.title,
    ...(name === undefined ? {} : { tab: name }),
    ...(Object.keys(choices).length === 0 ? {} : { choices }),
  };
}

function filtersOf({ conditions }: Selection, fields: readonly FieldInfo[]): readonly Filter[] {
  return conditions.flatMap((condition) => {
    const result = filled(condition, fieldOf(condition.field, fields));
    return 'filter' in result ? [result.filter] : [];
  });
}

function conditionsOf(
  filters: readonly Filter[],
  fields: readonly FieldInfo[],
  firstId: number,
): readonly Condition[] {
  return filters.map((filter, place) => conditionOf(firstId + place, filter, fieldOf(filter.field, fields)));
}

function marksOf(filters: readonly Filter[], fields: readonly FieldInfo[]): readonly string[] {
  return conditionsOf(filters, fields, 0).map(markOf);
}

/** The same for two conditions that say the same. */
function markOf({ field, test, ticked, typed }: Condition): string {
  return JSON.stringify([field, test, ticked, typed.trim()]);
}

function nextId({ conditions }: Selection): number {
  return Math.max(0, ...conditions.map(({ id }) => id)) + 1;
}

function fieldOf(key: string, fields: readonly FieldInfo[]): FieldInfo | undefined {
  return fields.find((field) => field.key === key);
}
