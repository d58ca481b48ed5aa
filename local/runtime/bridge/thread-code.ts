/** The compiled source of the bundle's thread: TypeScript at rest, so that it runs wherever the desk runs. */
import { buildSync } from 'esbuild';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const PROJECT = 'saas-ledger';

function isProject(folder: string): boolean {
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) return false;
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: unknown }).name === PROJECT;
}

/** The project's folder: above this file, or, where the desk was bundled elsewhere, above the working directory. */
export function projectRoot(): string {
  const starts = [typeof __dirname === 'string' ? __dirname : '', process.cwd()].filter(
    (path) => path !== '',
  );
  for (const start of starts) {
    for (let folder = start; ; folder = dirname(folder)) {
      if (isProject(folder)) return folder;
      if (dirname(folder) === folder) break;
    }
  }
  throw new Error(`The folder of ${PROJECT} was not found above ${starts.join(' or ')}.`);
}

export interface ThreadCode {
  readonly thread: string;
  /** An expression: the function that prepares a context. */
  readonly prelude: string;
}

let compiled: ThreadCode | undefined;

/** Compiled once per process. */
export function threadCode(): ThreadCode {
  compiled ??= compile();
  return compiled;
}

function compile(): ThreadCode {
  const folder = join(projectRoot(), 'local', 'runtime', 'worker');
  const { outputFiles } = buildSync({
    entryPoints: { thread: join(folder, 'thread.ts'), prelude: join(folder, 'prelude.ts') },
    outdir: folder,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
  });
  const text = (name: string) => outputFiles.find(({ path }) => path.endsWith(name))?.text ?? '';
  return {
    thread: text('thread.js'),
    prelude: `(() => { const module = { exports: {} };\n${text('prelude.js')}\nreturn module.exports.start; })()`,
  };
}
