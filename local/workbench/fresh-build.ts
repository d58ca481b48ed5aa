/** Builds dist/ when it is missing or older than what it is made from. */
import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const BUILT = ['dist/Code.js', 'dist/Sidebar.html', 'dist/appsscript.json'];
const SOURCES = ['src', 'sidebar', 'appsscript.json', 'webpack.config.js', 'package-lock.json'];

/** Milliseconds since 1970 of the newest file below; 0 where there is nothing. */
function newest(place: string): number {
  const stat = statSync(place, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(place).map((name) => newest(path.join(place, name))));
}

export function isFresh(root: string): boolean {
  const built = BUILT.map((name) => newest(path.join(root, name)));
  const changed = SOURCES.map((name) => newest(path.join(root, name)));
  return Math.min(...built) >= Math.max(...changed);
}

/** @throws Error with the build's own words */
export async function buildIfStale(root: string, say: (line: string) => void): Promise<void> {
  if (isFresh(root)) return;
  say('Building the add-on …');
  const child = spawn('npm', ['run', '--silent', 'build'], {
    cwd: root,
    shell: process.platform === 'win32',
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => (said += text.toString()));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
  if (code !== 0) throw new Error(`The add-on could not be built.\n${said}`);
}
