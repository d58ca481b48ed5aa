/** The Uploads tab: a row for each upload, once, whatever became of it. */
import { placesByLabel, readLog } from '../../../../src/core/log/log';
import {
  checkedRow,
  lineOfRow,
  planUploads,
  stoppedRow,
  UPLOAD_OUTCOME,
  type UploadLine,
  uploadRow,
  UPLOADS_LOG,
} from '../../../../src/core/log/uploads-log';
import type { CellValue, TabOperation } from '../../../../src/ports/grid';

const HEADER = UPLOADS_LOG.columns.map(({ label }) => label);

const LINE: UploadLine = {
  upload: 'u1',
  at: Date.UTC(2026, 2, 2, 9),
  who: 'ada@example.com',
  tab: 'Members',
  target: 'torii.customIntegration',
  title: 'Custom integration',
  provider: 'Torii',
  place: 'Figma (1000)',
  rows: 12,
  records: 10,
  users: 10,
  licences: 2,
  leftOut: 2,
  bytes: 4321,
  route: 'by form',
  ids: '',
  end: 'sending',
  outcome: UPLOAD_OUTCOME.sending,
};

/** The tab after these operations, as far as they write and insert. */
function after(values: CellValue[][], operations: readonly TabOperation[]): CellValue[][] {
  const rows = values.map((row) => [...row]);
  for (const operation of operations) {
    if (operation.kind === 'insertRows')
      rows.splice(
        operation.row - 1,
        0,
        ...Array.from({ length: operation.count }, () => HEADER.map(() => '')),
      );
    if (operation.kind !== 'values') continue;
    const { row, column } = operation.at;
    operation.values.forEach((cells, down) => {
      const target = (rows[row - 1 + down] ??= HEADER.map(() => ''));
      cells.forEach((cell, right) => (target[column - 1 + right] = typed(cell)));
    });
  }
  return rows;
}

/** As a cell takes it: an apostrophe ahead only says that it is a text. */
function typed(cell: CellValue): CellValue {
  return typeof cell === 'string' ? cell.replace(/^'/, '') : cell;
}

function entered(values: CellValue[][], ...rows: Parameters<typeof planUploads>[1]): CellValue[][] {
  const places = new Map(UPLOADS_LOG.columns.map(({ key }, at) => [key, at]));
  return after(values, planUploads({ values, places }, rows));
}

function linesIn(values: CellValue[][]): UploadLine[] {
  return readLog(UPLOADS_LOG, values, placesByLabel(UPLOADS_LOG, values[0] ?? [])!).map(lineOfRow);
}

test('a row comes back as it was entered', () => {
  expect(linesIn(entered([], uploadRow(LINE)))).toEqual([LINE]);
});

test('its end goes into its own row, and another upload is put on top', () => {
  const begun = entered(entered([], uploadRow(LINE)), uploadRow({ ...LINE, upload: 'u2' }));
  expect(linesIn(begun).map(({ upload }) => upload)).toEqual(['u2', 'u1']);
  const done = { ...LINE, end: 'done', ids: 'File 7', outcome: 'Torii works on it.' } as const;
  const ended = entered(begun, uploadRow(done));
  expect(linesIn(ended)).toEqual([{ ...LINE, upload: 'u2' }, done]);
  expect(entered(ended, uploadRow(done))).toEqual(ended);
});

test('outcomes tell how it ended', () => {
  const ends = [
    UPLOAD_OUTCOME.sending,
    UPLOAD_OUTCOME.failed('No.', 'Try again.'),
    UPLOAD_OUTCOME.stopped('Nothing was sent.'),
    'All is there.',
  ].map((outcome) => lineOfRow(uploadRow({ ...LINE, outcome })).end);
  expect(ends).toEqual(['sending', 'failed', 'stopped', 'done']);
});

test('what is found out later changes nothing else of the row', () => {
  const values = entered([], uploadRow(LINE));
  const later = entered(values, checkedRow('u1', 'All 10 are there.'), stoppedRow('u1', 'It did not go on.'));
  expect(linesIn(later)).toEqual([{ ...LINE, end: 'stopped', outcome: 'Stopped. It did not go on.' }]);
  expect(later[1]?.[HEADER.indexOf('Checked')]).toBe('All 10 are there.');
});
