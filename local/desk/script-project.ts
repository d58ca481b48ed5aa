/** What clasp would push: the bundle, its pages and its manifest. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '../runtime/bridge/thread-code';

export interface ScriptProject {
  readonly code: string;
  /** Name without ending → text. */
  readonly pages: ReadonlyMap<string, string>;
  readonly manifest: Manifest;
}

interface Manifest {
  readonly timeZone?: string;
  readonly oauthScopes?: readonly string[];
  readonly urlFetchWhitelist?: readonly string[];
}

const BUILT = ['Code.js', 'Sidebar.html', 'appsscript.json'];
/** A build that has not ended by then was interrupted. Milliseconds. */
const BUILD_TIME = 180_000;

/**
 * The script to run.
 * @param bundle the text of another script, or the path of its .js file with pages and manifest beside it;
 *   without one, dist/ is run, and built first where it is missing
 */
export async function loadProject(bundle?: string): Promise<ScriptProject> {
  if (bundle !== undefined && !isFile(bundle)) return { code: bundle, pages: new Map(), manifest: {} };
  if (bundle !== undefined) return readProject(bundle);
  const dist = join(projectRoot(), 'dist');
  if (!isBuilt(dist)) await build(dist);
  return readProject(join(dist, 'Code.js'));
}

function isFile(bundle: string): boolean {
  return bundle.endsWith('.js') && !bundle.includes('\n') && existsSync(bundle);
}

const isBuilt = (dist: string) => BUILT.every((name) => existsSync(join(dist, name)));

function readProject(code: string): ScriptProject {
  const folder = dirname(code);
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const names = readdirSync(folder);
  return {
    code: read(basename(code)),
    pages: new Map(
      names.filter((name) => name.endsWith('.html')).map((name) => [basename(name, '.html'), read(name)]),
    ),
    manifest: names.includes('appsscript.json') ? (JSON.parse(read('appsscript.json')) as Manifest) : {},
  };
}

/** Several processes may find dist/ missing at the same time: one builds, the others wait for it. */
async function build(dist: string): Promise<void> {
  const lock = join(projectRoot(), '.cache', 'build.lock');
  mkdirSync(dirname(lock), { recursive: true });
  while (!takeLock(lock)) {
    await pause(200);
    if (!existsSync(lock) && isBuilt(dist)) return;
  }
  try {
    if (!isBuilt(dist)) await npmRunBuild();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
  if (!isBuilt(dist)) throw new Error('“npm run build” ended well, but dist/ is not complete.');
}

function takeLock(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem;
  }
  const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
  if (performance.timeOrigin + performance.now() - since > BUILD_TIME)
    rmSync(lock, { recursive: true, force: true });
  return false;
}

function npmRunBuild(): Promise<void> {
  const child = spawn('npm', ['run', '--silent', 'build'], {
    cwd: projectRoot(),
    shell: process.platform === 'win32',
  });
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`“npm run build” failed, so there is no dist/ to run.\n${said}`)),
    );
  });
}
