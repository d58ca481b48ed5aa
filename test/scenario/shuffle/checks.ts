/** What is wrong with a tab after a refresh, in sentences: by what must have become of it, and wherever nothing may have. */
import { cellName } from '../../../local/runtime/workbook/a1';
import { saysSame } from './field-kinds';
import type { Expectation } from './memory';
import { type Formula, formulaResult } from './own-columns';
import type { Subject, SubjectField } from './subjects';
import {
  cellOf,
  type Column,
  columnOf,
  managed,
  type Plain,
  rowsById,
  STATUS,
  type TabView,
} from './tab-view';

interface Refresh {
  readonly before: TabView;
  readonly after: TabView;
  readonly subject: Subject;
  readonly wanted: Expectation;
  /** By header, the formulas of a person's columns. */
  readonly formulas: Formulas;
}

type Formulas = ReadonlyMap<string, Formula | null>;

export function problemsOf(refresh: Refresh): string[] {
  return [
    ...columnProblems(refresh),
    ...rowProblems(refresh),
    ...newColumnProblems(refresh),
    ...newRowProblems(refresh),
    ...formulaProblems(refresh.after, refresh.subject, refresh.formulas),
  ];
}

/** Columns that were there are there in their order, with their headers, hidden or not; new ones are the subject's. */
function columnProblems({ before, after, subject }: Refresh): string[] {
  const old = new Set(before.columns.map(({ handle }) => handle));
  const ours = new Set([STATUS, ...subject.fields.map(({ key }) => managed(key))]);
  const look = ({ header, hidden }: Column) => header + (hidden ? ' (hidden)' : '');
  const were = before.columns.map(look).join(', ');
  const are = after.columns.filter(({ handle }) => old.has(handle)).map(look);
  const strange = after.columns.filter(({ handle }) => !old.has(handle) && !ours.has(handle));
  return [
    ...(are.join(', ') === were ? [] : [`The columns were ${were}; of these there are ${are.join(', ')}.`]),
    ...strange.map(({ header }) => `“${header}” is a new column that nobody asked for.`),
  ];
}

/** What people wrote, coloured and noted on the rows that were there, and what the platform says in them. */
function rowProblems({ before, after, subject, wanted }: Refresh): string[] {
  const problems: string[] = [];
  const fields = new Map(subject.fields.map((field) => [managed(field.key), field]));
  // Formulas follow what moves when columns come in; what they give is checked elsewhere.
  const moved = after.columns.length > before.columns.length;
  for (let row = 1; row < before.cells.length; row += 1) {
    for (const column of before.columns) {
      const now = columnOf(after, column.handle);
      if (now === undefined) continue;
      const was = cellAt(before, row, column.at);
      const is = cellAt(after, row, now.at);
      const say = (what: string): void => {
        const [one, other] = [was, is].map(({ cell, formula }) => JSON.stringify(cell) + formula);
        problems.push(
          `${cellName(row + 1, now.at + 1)}, “${column.header}”: ${what}; was ${one}, is ${other}.`,
        );
      };
      if (was.background !== is.background) say('lost its colour');
      if (was.note !== is.note) say('lost its note');
      const field = fields.get(column.handle);
      const want = field && wanted.cells.get(row)?.get(field.key);
      const word = column.handle === STATUS ? wanted.words.get(row) : undefined;
      if (field && want !== undefined && want !== 'as before') {
        if (is.formula !== '' || !shows(field, is.cell, want.now))
          say(`should be ${JSON.stringify(want.now)}`);
      } else if (word !== undefined) {
        if (is.cell !== word) say(`should be “${word}”`);
      } else if (was.formula === '' ? was.cell !== is.cell : was.formula !== is.formula && !moved) {
        say('should be as before');
      }
    }
    const grey = wanted.grey.get(row);
    const color = after.fontColors[row]?.[columnOf(after, managed(subject.key))?.at ?? 0];
    if (grey !== undefined && grey !== (color !== undefined)) {
      problems.push(`Row ${String(row + 1)} should ${grey ? '' : 'not '}be grey.`);
    }
  }
  return problems;
}

function cellAt(view: TabView, row: number, at: number) {
  return {
    cell: view.cells[row]?.[at] ?? '',
    formula: view.formulas[row]?.[at] ?? '',
    note: view.notes[row]?.[at],
    background: view.backgrounds[row]?.[at],
  };
}

/** An empty checkbox may be there for nothing. */
function shows({ kind }: SubjectField, cell: Plain, wanted: Plain): boolean {
  return cell === wanted || (wanted === '' && saysSame(kind, cell, ''));
}

/** Columns that came back show what the platform says; rows that are gone have nothing to show there. */
function newColumnProblems({ before, after, subject, wanted }: Refresh): string[] {
  const problems: string[] = [];
  for (const field of subject.fields) {
    const handle = managed(field.key);
    if (columnOf(before, handle) !== undefined || columnOf(after, handle) === undefined) continue;
    for (let row = 1; row < before.cells.length; row += 1) {
      const want = wanted.cells.get(row)?.get(field.key);
      const now = want === undefined || want === 'as before' ? '' : want.now;
      const cell = cellOf(after, row, handle);
      if (!shows(field, cell, now)) {
        problems.push(
          `Row ${String(row + 1)}, new “${field.key}”: ${JSON.stringify(cell)}, not ${JSON.stringify(now)}.`,
        );
      }
    }
  }
  return problems;
}

/** New rows are below all others, each record once; people's columns are empty there, or filled by their formula. */
function newRowProblems({ before, after, subject, wanted, formulas }: Refresh): string[] {
  const problems: string[] = [];
  const rows = [...rowsById(after, subject.key)].filter(([, row]) => row >= before.cells.length);
  const [are, should] = [rows.map(([id]) => id), [...wanted.added.keys()]].map((ids) =>
    ids.sort().join(', '),
  );
  if (are !== should) problems.push(`The new rows are ${String(are)}; they should be ${String(should)}.`);
  if (after.cells.length !== before.cells.length + wanted.added.size) {
    problems.push(`There are ${String(after.cells.length)} rows after ${String(before.cells.length)}.`);
  }
  for (const [id, row] of rows) {
    for (const field of subject.fields) {
      if (columnOf(after, managed(field.key)) === undefined) continue;
      const now = wanted.added.get(id)?.get(field.key) ?? '';
      const cell = cellOf(after, row, managed(field.key));
      if (!shows(field, cell, now)) {
        problems.push(`New row ${id}, “${field.key}”: ${JSON.stringify(cell)}, not ${JSON.stringify(now)}.`);
      }
    }
    for (const { at, key, header } of after.columns) {
      if (key !== null) continue;
      const { cell, formula } = cellAt(after, row, at);
      const filled = fills(before, header, wanted, formulas);
      if (formula === '' && (filled || cell !== '')) {
        problems.push(
          `New row ${id}, “${header}”: ${JSON.stringify(cell)}, not ${filled ? 'its formula' : 'empty'}.`,
        );
      }
    }
  }
  return problems;
}

/** Whether one formula fills the column, beyond doubt: in every row that has a record, and in two at least. */
function fills(before: TabView, header: string, { cells }: Expectation, formulas: Formulas): boolean {
  const at = columnOf(before, header)?.at;
  const form = formulas.get(header)?.form;
  if (at === undefined || form === undefined || form === 'place') return false;
  const rows = [...cells.keys()];
  return rows.length > 1 && rows.every((row) => before.formulas[row]?.[at] !== '');
}

/** Every formula of a person's gives what it is to give in its row. */
function formulaProblems(view: TabView, subject: Subject, formulas: Formulas): string[] {
  const problems: string[] = [];
  for (const { at, header } of view.columns) {
    const formula = formulas.get(header);
    if (!formula) continue;
    for (let row = 1; row < view.cells.length; row += 1) {
      const { cell, formula: text } = cellAt(view, row, at);
      const wanted = text === '' ? null : formulaResult(view, subject.key, row, formula);
      if (wanted !== null && !gives(cell, wanted)) {
        const where = `${cellName(row + 1, at + 1)}, “${header}”`;
        problems.push(`${where}: ${text} gives ${JSON.stringify(cell)}, not ${JSON.stringify(wanted)}.`);
      }
    }
  }
  return problems;
}

/** The same but for the last digits, also of a number that opens a text: a sum’s depend on the order of what is summed. */
function gives(cell: Plain, wanted: Plain): boolean {
  if (cell === wanted) return true;
  const [one, other] = [cell, wanted].map((value) => /^(-?\d[\d.]*(?:e[+-]\d+)?)(.*)$/s.exec(String(value)));
  if (!one || !other || typeof cell !== typeof wanted || one[2] !== other[2]) return false;
  const [is, should] = [Number(one[1]), Number(other[1])];
  return Math.abs(is - should) <= 1e-9 * Math.max(1, Math.abs(should));
}

/** A tab as a refresh without news must leave it: all of it but the line that says when that was. */
export function withoutStatusLine({ notes: [header = [], ...notes], formats, ...rest }: TabView): unknown {
  const line = /^(Complete as of|Partly read on) .*$/gm;
  return {
    ...rest,
    notes: [header.map((note) => note.replace(line, '')), ...notes],
    formats: formats.slice(1),
  };
}
