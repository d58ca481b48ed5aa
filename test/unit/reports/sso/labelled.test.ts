/** How well apps are matched, measured on names and addresses of real products that were labelled by hand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isConfident, matchVendor } from '../../../../src/reports/sso/match';
import { vendorIndex } from '../../../../src/reports/sso/vendor-index';
import { listedVendors } from '../../../../src/reports/sso/vendor-list';

interface Labelled {
  readonly name: string;
  readonly url: string;
  readonly vendor: string;
  /** The vendor’s id; '' for none. */
  readonly expected: string;
  /** Vendors between which, and none, only a person can decide. */
  readonly open: readonly string[];
}

const ROWS: readonly Labelled[] = readFileSync(join(__dirname, 'labelled.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [name = '', url = '', vendor = '', label = ''] = line.split('\t');
    const open = label.startsWith('?') ? label.slice(1).split(',') : [];
    return { name, url, vendor, expected: open.length > 0 || label === '-' ? '' : label, open };
  });

const VENDORS = listedVendors();
const INDEX = vendorIndex(VENDORS);
const JUDGED = ROWS.map((row) => ({ row, matches: matchVendor(row, INDEX) }));

const confident = ({ matches }: (typeof JUDGED)[number]): string[] =>
  matches.filter(isConfident).map(({ vendor }) => vendor.id);
const described = ({ row, matches }: (typeof JUDGED)[number]): string => {
  const said = matches.map(({ vendor, basis, confidence }) => `${vendor.id} (${confidence} by ${basis})`);
  return `“${row.name}” ${row.url} ${row.vendor}: ${said.join(', ') || 'none'} instead of ${row.expected || 'none'}`;
};
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

test('the labelled set is large, and every vendor of the list is in it', () => {
  expect(ROWS.length).toBeGreaterThanOrEqual(400);
  const ids = new Set(VENDORS.map(({ id }) => id));
  for (const { expected, open } of ROWS)
    for (const id of [...open, expected]) expect(id === '' || ids.has(id)).toBe(true);
  expect([...ids].filter((id) => !ROWS.some(({ expected }) => expected === id))).toEqual([]);
});

test('confident matches are right, and few are missed', () => {
  const found = JUDGED.flatMap((one) => confident(one).map((id) => id === one.row.expected));
  const wanted = JUDGED.filter(({ row }) => row.expected !== '');
  const right = found.filter(Boolean).length;
  const hits = wanted.filter((one) => confident(one).includes(one.row.expected)).length;
  const asked = JUDGED.filter(({ row, matches }) => row.expected === '' && matches.length > 0).length;
  const errors = JUDGED.filter((one) => confident(one).join() !== one.row.expected).map(described);
  process.stdout.write(
    `SSO matching on ${ROWS.length} products: precision ${percent(right, found.length)} of ${found.length} ` +
      `confident matches, recall ${percent(hits, wanted.length)} of ${wanted.length}; ` +
      `${asked} of ${ROWS.length - wanted.length} others wait for a person\n${errors.map((line) => `  ${line}\n`).join('')}`,
  );
  expect(right / found.length).toBeGreaterThanOrEqual(0.98);
  expect(hits / wanted.length).toBeGreaterThanOrEqual(0.95);
});
