/** One log under test: a small definition, a modelled sheet, and entries going in as the app puts them there. */
import {
  type LogDefinition,
  type LogPlaces,
  type LogRow,
  placesByLabel,
  placesByNote,
  readLog,
} from '../../../../src/core/log/log';
import { planLog, planLogHeader } from '../../../../src/core/log/log-plan';
import type { CellValue } from '../../../../src/ports/grid';
import { SheetModel } from '../table/sheet-model';

export const LOG: LogDefinition = {
  name: 'Log',
  time: 'log.when',
  run: 'log.run',
  columns: [
    { key: 'log.when', label: 'When', help: 'When it was.', format: 'yyyy-mm-dd hh:mm' },
    { key: 'log.what', label: 'What', help: 'What it was.' },
    { key: 'log.run', label: 'Run', help: 'Which run it was.' },
  ],
};

const MINUTE = 60_000;
const START = Date.UTC(2026, 2, 2, 9);

/** The entry of the n-th minute. */
export function entry(n: number, what: CellValue = `thing ${n}`): LogRow {
  return { 'log.when': new Date(START + n * MINUTE), 'log.what': what, 'log.run': `run-${n}` };
}

export class LogOfOne {
  readonly sheet = new SheetModel('UTC', 9, 'Log');

  places(): LogPlaces | null {
    const { values, headerNotes } = this.sheet.image();
    return values.length === 0
      ? new Map(LOG.columns.map(({ key }, index) => [key, index]))
      : (placesByLabel(LOG, values[0] ?? []) ?? placesByNote(LOG, headerNotes));
  }

  /** Carries out at most so many steps: the run may be cut off. Returns how many there were. */
  add(rows: readonly LogRow[], kept = 100, steps = Infinity): number {
    const { values } = this.sheet.image();
    const places = this.places();
    if (!places) throw new Error('the tab is not a log any more');
    const operations = [
      ...(values.length === 0 ? planLogHeader(LOG) : []),
      ...planLog({ log: LOG, values, places, rows, kept }),
    ];
    this.sheet.execute({ tab: { name: 'Log' }, operations }, steps);
    return operations.length;
  }

  entries(): LogRow[] {
    const places = this.places();
    return places ? readLog(LOG, this.sheet.image().values, places) : [];
  }

  runs(): unknown[] {
    return this.entries().map((row) => row['log.run']);
  }

  values(): readonly (readonly CellValue[])[] {
    return this.sheet.image().values;
  }
}
