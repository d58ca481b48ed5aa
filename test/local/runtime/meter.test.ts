import { COSTS, costKind } from '../../../local/runtime/costs';
import { DeskClock } from '../../../local/runtime/desk-clock';
import { Meter } from '../../../local/runtime/execution/meter';
import { ServiceObject } from '../../../local/runtime/service-object';

class Range extends ServiceObject {
  readonly className = 'Range';
  constructor(
    readonly rows: number,
    readonly columns: number,
  ) {
    super();
  }
  getNumRows(): number {
    return this.rows;
  }
  getNumColumns(): number {
    return this.columns;
  }
}

const MINUTE = 60_000;
const made = (limit = 6 * MINUTE) => new Meter(new DeskClock(0), limit);

// Google: writes are buffered, and a read carries them out first.
// https://developers.google.com/apps-script/guides/support/best-practices
test('alternating reads and writes cost a flush each time, writes alone only one', () => {
  const range = new Range(10, 1);
  const alternating = made();
  for (let at = 0; at < 10; at += 1) {
    alternating.call(range, 'setValues');
    alternating.call(range, 'getValues');
  }
  const batched = made();
  for (let at = 0; at < 10; at += 1) batched.call(range, 'setValues');
  batched.call(range, 'getValues');
  const { write, flush, read } = COSTS;
  const writes = 10 * (write.call + 10 * write.perCell);
  const cells = 100 * flush.perCell;
  expect(alternating.spent).toBeCloseTo(writes + cells + 10 * (flush.call + read.call + 10 * read.perCell));
  expect(batched.spent).toBeCloseTo(writes + cells + flush.call + read.call + 10 * read.perCell);
});

test('a second read without a write in between is read ahead', () => {
  const meter = made();
  meter.call(new Range(1, 1), 'getValue');
  const first = meter.spent;
  meter.call(new Range(1, 1), 'getValue');
  expect(meter.spent - first).toBeCloseTo(COSTS.cachedRead.call + COSTS.cachedRead.perCell);
});

test('a write to a large range costs by its cells, whatever the argument is', () => {
  const meter = made();
  meter.call(new Range(1000, 20), 'setBackground');
  expect(meter.spent).toBeCloseTo(COSTS.write.call + 20_000 * COSTS.write.perCell);
});

test('time beyond the limit does not pass, for the meter or for the clock', () => {
  const clock = new DeskClock(0);
  const meter = new Meter(clock, 6 * MINUTE);
  meter.charge(10 * MINUTE);
  expect(meter.expired).toBe(true);
  expect(clock.now()).toBe(6 * MINUTE);
});

test('time that others pass does not count towards the limit', () => {
  const clock = new DeskClock(0);
  const meter = new Meter(clock, MINUTE);
  clock.charge(5 * MINUTE);
  meter.charge(1000);
  expect(meter.expired).toBe(false);
  expect(meter.now()).toBe(5 * MINUTE + 1000);
});

test.each([
  ['Range', 'setValues', 'write'],
  ['Range', 'getDisplayValues', 'read'],
  ['Range', 'getA1Notation', 'navigate'],
  ['Range', 'insertCheckboxes', 'write'],
  ['Sheet', 'getLastRow', 'read'],
  ['Sheet', 'getRange', 'navigate'],
  ['Sheet', 'insertRowsAfter', 'structure'],
  ['Sheet', 'setColumnWidth', 'write'],
  ['Sheet', 'activate', 'navigate'],
  ['Spreadsheet', 'insertSheet', 'structure'],
  ['Spreadsheet', 'getSheetByName', 'navigate'],
  ['SpreadsheetApp', 'flush', 'flush'],
  ['Properties', 'getProperty', 'propertyRead'],
  ['Properties', 'getProperties', 'propertyReadAll'],
  ['Properties', 'setProperties', 'propertyWrite'],
  ['Cache', 'get', 'cacheRead'],
  ['Cache', 'put', 'cacheWrite'],
  ['Lock', 'tryLock', 'lock'],
  ['ClockTriggerBuilder', 'create', 'trigger'],
  ['ClockTriggerBuilder', 'after', 'free'],
  ['UrlFetchApp', 'fetchAll', 'fetch'],
  ['DataValidationBuilder', 'build', 'free'],
])('%s.%s is charged as %s', (className, method, kind) => {
  expect(costKind(className, method)).toBe(kind);
});
