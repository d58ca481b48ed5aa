/** Whether dist/ still fits what it was made from. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isFresh } from '../../../local/workbench/fresh-build';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'ledger-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** @param age seconds ago */
function file(name: string, age: number): void {
  const place = path.join(root, name);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, '');
  const time = 1_000_000_000 - age;
  utimesSync(place, time, time);
}

const build = (age: number): void =>
  ['dist/Code.js', 'dist/Sidebar.html', 'dist/appsscript.json'].forEach((name) => file(name, age));

test('a build newer than every source is fresh', () => {
  file('src/app/deep/pull.ts', 100);
  file('sidebar/main.tsx', 90);
  build(10);
  expect(isFresh(root)).toBe(true);
});

test('one newer source, or one missing part, makes it stale', () => {
  file('src/app/deep/pull.ts', 100);
  build(10);
  file('sidebar/main.tsx', 5);
  expect(isFresh(root)).toBe(false);
  rmSync(path.join(root, 'sidebar'), { recursive: true });
  expect(isFresh(root)).toBe(true);
  rmSync(path.join(root, 'dist/Sidebar.html'));
  expect(isFresh(root)).toBe(false);
});
