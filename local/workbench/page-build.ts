/** Bundles the workbench's page, in memory. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../runtime/bridge/thread-code';

export interface BuiltPage {
  readonly html: string;
  readonly script: string;
  readonly style: string;
  /** google.script for the pages of the script, to be run before anything of theirs. */
  readonly frameScript: string;
}

/** The grid component as its makers publish it for browsers: one file that loads the others when they are needed. */
export const GRID_FOLDER = path.join(
  projectRoot(),
  'node_modules',
  '@revolist',
  'revogrid',
  'dist',
  'revo-grid',
);

/** Takes about a second. */
export async function buildPage(): Promise<BuiltPage> {
  const folder = path.join(projectRoot(), 'local', 'workbench', 'page');
  const bundle = async (entry: string): Promise<Readonly<Record<string, string>>> => {
    const { outputFiles } = await build({
      entryPoints: [path.join(folder, entry)],
      outdir: folder,
      bundle: true,
      write: false,
      minify: true,
      format: 'iife',
      target: 'es2022',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      legalComments: 'none',
    });
    return Object.fromEntries(outputFiles.map((file) => [path.extname(file.path), file.text]));
  };
  const [page, frame, html] = await Promise.all([
    bundle('main.tsx'),
    bundle('frame/inside.ts'),
    readFile(path.join(folder, 'page.html'), 'utf8'),
  ]);
  return { html, script: page['.js'] ?? '', style: page['.css'] ?? '', frameScript: frame['.js'] ?? '' };
}
