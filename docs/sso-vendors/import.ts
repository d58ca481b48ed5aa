/** Takes over a newer copy of the vendor list: npm run sso-vendors -- <its folder _vendors> <day of the copy>. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { parse, YAMLParseError } from 'yaml';
import type { ListedVendor, VendorListFile } from '../../src/reports/sso/vendor-list';
import { changesBetween } from './changes';
import { readVendor, UnreadableVendor } from './vendor-file';

const DATA = join(__dirname, '../../src/reports/sso/vendor-list.json');

async function run(folder: string, asOf: string): Promise<void> {
  const before = JSON.parse(readFileSync(DATA, 'utf8')) as VendorListFile;
  const earlier = new Map(before.vendors.map((vendor) => [vendor.id, vendor]));
  const vendors: ListedVendor[] = [];
  const problems: string[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()) {
    const id = basename(file).replace(/\.ya?ml$/, '');
    try {
      // Some of the list’s files say a thing twice; the last one counts.
      const contents: unknown = parse(readFileSync(join(folder, file), 'utf8'), { uniqueKeys: false });
      vendors.push(readVendor(id, contents, earlier.get(id)));
    } catch (error) {
      if (error instanceof UnreadableVendor) problems.push(error.message);
      else if (error instanceof YAMLParseError) problems.push(`${id}: ${error.message}`);
      else throw error;
    }
  }
  if (problems.length > 0 || vendors.length === 0) {
    console.error([...problems, 'Nothing was written.'].join('\n'));
    process.exitCode = 1;
    return;
  }
  const file: VendorListFile = { source: before.source, licence: before.licence, asOf, vendors };
  const style = await resolveConfig(DATA);
  writeFileSync(DATA, await format(JSON.stringify(file), { ...style, filepath: DATA }));
  console.log(changesBetween(before.vendors, vendors).join('\n') || 'Nothing changed.');
  console.log(
    `${vendors.length} vendors as of ${asOf}. Name new ones in src/reports/sso/known-names.ts where needed.`,
  );
}

const [folder, asOf = ''] = process.argv.slice(2);
if (folder === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(asOf)) {
  console.error(
    'Usage: npm run sso-vendors -- <folder _vendors of the list> <day of the copy, such as 2026-06-16>',
  );
  process.exitCode = 1;
} else {
  void run(folder, asOf);
}
