/** What stands beside a table: formulas that name its columns, and rows that are not the table's. */
import { planBeside } from '../../../../src/core/table/beside';
import type { Field } from '../../../../src/core/table/field';
import { planRows } from '../../../../src/core/table/row-plan';
import type { TabImage, TabOperation } from '../../../../src/ports/grid';

const field = (key: string): Field => ({
  key,
  label: key,
  type: 'number',
  help: '',
  writable: false,
  selected: true,
  custom: false,
});
const FIELDS = [field('id'), field('total')];
const CHART = { type: 'bar', title: 'Totals', of: { row: 1, column: 1, rows: 2, columns: 2 } } as const;

const contents = (operations: readonly TabOperation[]): unknown =>
  operations.flatMap((operation) => (operation.kind === 'values' ? [operation.values] : []))[0];

test('it stands one blank column apart, and its formulas name whole columns and their own row', () => {
  const summary = [
    ['Sum', { formula: '=SUM({total})' }],
    ['=x', { formula: '=COUNTIF({id};{1})', format: '0' }],
  ];
  const operations = planBeside({ summary, chart: CHART }, FIELDS, 3);
  // A blank column and six under the chart are there as well.
  expect(operations).toContainEqual({ kind: 'grow', rows: 2, columns: 13 });
  expect(contents(operations)).toEqual([
    ['Sum', '=SUM($B$2:$B)'],
    ["'=x", '=COUNTIF($A$2:$A;$E2)'],
  ]);
  expect(operations).toContainEqual({
    kind: 'chart',
    chart: { ...CHART, of: { ...CHART.of, column: 5 }, row: 2, column: 8 },
  });
});

test('what needs a column that was not chosen stays empty, and nothing draws it', () => {
  const summary = [['Sum', { formula: '=SUM({cost})' }], ['Rows']];
  const operations = planBeside({ summary, chart: CHART }, FIELDS, 3);
  expect(contents(operations)).toEqual([
    ['Sum', ''],
    ['Rows', ''],
  ]);
  expect(operations.map(({ kind }) => kind)).not.toContain('chart');
});

test('rows that only a summary fills are not rows of the table', () => {
  const [notes] = planBeside({ summary: [['Sum']] }, FIELDS, 2).flatMap((operation) =>
    operation.kind === 'notes' ? [operation.notes[0] ?? []] : [],
  );
  const image: TabImage = {
    id: 1,
    name: 'Report',
    values: [
      ['id', 'Sum'],
      [1, 'a'],
      ['', 'b'],
      ['', 'c'],
    ],
    formulas: [[], [], [], []],
    formats: [[], [], [], []],
    headerNotes: ['', notes?.[0] ?? ''],
  };
  const { used } = planRows(image, 0, 'id', new Map(), { timeZone: 'UTC' });
  expect(used).toBe(2);
  expect(planRows({ ...image, headerNotes: ['', ''] }, 0, 'id', new Map(), { timeZone: 'UTC' }).used).toBe(4);
});
