/** What a report found, as changes of one field that are previewed and checked like edits, though they stand in no cell. */
import type { Field } from '../table/field';
import type { Change } from './change';
import { sameValue } from './compare';
import { EditedCells, type EditedTable } from './edited-table';
import { validate } from './validate';

/** What a record should say in the field. */
export interface Finding {
  readonly id: string;
  /** What the report calls the record, for one that the tab does not have. */
  readonly name: string;
  readonly to: string;
  /** What the report saw there; absent where it does not look, so that what the tab remembers counts. */
  readonly from?: string;
  /** Whether anything that the record says already is worth more. */
  readonly givesWay: boolean;
}

/** One for each finding; such that the field cannot take are problems. To be compared with the platform, then `settled`. */
export function changesOf(findings: readonly Finding[], field: Field, table: EditedTable): readonly Change[] {
  const cells = new EditedCells(table);
  const changes = findings.map((finding): Change => {
    const { id, name, to } = finding;
    const [row, ...more] = cells.rowsOf(id);
    const at = row !== undefined && more.length === 0 ? row : 0;
    return {
      row: at,
      id,
      name: at === 0 ? name : cells.nameOf(at, id),
      action: 'update',
      field: field.key,
      label: field.label,
      from: seen(finding, table, field) ?? '',
      to,
      kind: 'change',
    };
  });
  return validate(changes, table, cells);
}

/**
 * The changes once the platform was asked, without those that give way to what it says. Where neither the report
 * nor the tab has seen the field, what the platform says now is what the change is from: nobody was shown anything else.
 */
export function settled(
  compared: readonly Change[],
  findings: readonly Finding[],
  field: Field,
  table: EditedTable,
): readonly Change[] {
  const weak = new Set(findings.filter(({ givesWay }) => givesWay).map(({ id }) => id));
  const known = new Set(findings.filter((one) => seen(one, table, field) !== undefined).map(({ id }) => id));
  return compared.flatMap((change): Change[] => {
    const { id, from, to, live = from, kind } = change;
    if (kind === 'same') return [change];
    const says = !sameValue(field, live, '', table.timeZone) && !sameValue(field, live, to, table.timeZone);
    if (weak.has(id) && (says || kind === 'conflict')) return [];
    const isNews = kind === 'conflict' && change.live !== undefined;
    if (!isNews || known.has(id)) return [change];
    const { message: _message, ...rest } = change;
    return [{ ...rest, from: live, kind: 'change' }];
  });
}

function seen({ id, from }: Finding, { snapshot }: EditedTable, { key }: Field): Change['from'] | undefined {
  return from ?? snapshot.rows.get(id)?.values[key];
}
