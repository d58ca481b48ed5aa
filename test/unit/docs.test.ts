/** The generated pages in docs/ say what the code says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorTable } from '../../docs/error-table';
import { resourceTable } from '../../docs/resource-table';

const page = (name: string): string => readFileSync(join(__dirname, '../../docs', name), 'utf8');

test('docs/errors.md lists every code as the code has it (else: npm run docs)', () => {
  expect(page('errors.md')).toBe(errorTable());
});

test('docs/resources.md lists every field as the definitions have it (else: npm run docs)', () => {
  expect(page('resources.md')).toBe(resourceTable());
});
