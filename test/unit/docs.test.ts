/** The generated pages in docs/ say what the code says. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorTable } from '../../docs/error-table';
import { reportTable } from '../../docs/report-table';
import { resourceTable } from '../../docs/resource-table';
import { uploadTable } from '../../docs/upload-table';
import { REPORTS } from '../../src/reports/catalogue';

const page = (name: string): string => readFileSync(join(__dirname, '../../docs', name), 'utf8');

test('docs/errors.md lists every code as the code has it (else: npm run docs)', () => {
  expect(page('errors.md')).toBe(errorTable());
});

test('docs/resources.md lists every field as the definitions have it (else: npm run docs)', () => {
  expect(page('resources.md')).toBe(resourceTable());
});

test('docs/reports.md lists every report as its definition has it (else: npm run docs)', () => {
  expect(page('reports.md')).toBe(reportTable());
});

test('docs/upload-fields.md lists every target, field and template as the definitions have it (else: npm run docs)', () => {
  expect(page('upload-fields.md')).toBe(uploadTable());
});

test('every picture that docs/uploads.md shows is there', () => {
  const shown = [...page('uploads.md').matchAll(/\]\((uploads\/[^)]+)\)/g)].map(([, file = '']) => file);
  expect(shown.length).toBeGreaterThan(3);
  expect(shown.filter((file) => !existsSync(join(__dirname, '../../docs', file)))).toEqual([]);
});

test('every picture that docs/reports.md shows is there', () => {
  const shown = [...reportTable().matchAll(/\]\((reports\/[^)]+)\)/g)].map(([, file = '']) => file);
  expect(shown.length).toBeGreaterThan(REPORTS.length);
  expect(shown.filter((file) => !existsSync(join(__dirname, '../../docs', file)))).toEqual([]);
});
