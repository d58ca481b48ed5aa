/** Builds dist/Sidebar.html: the sidebar's script and styles inlined into one file that loads nothing else. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const dist = path.resolve(here, '../dist');

const { outputFiles } = await build({
  entryPoints: [path.join(here, 'main.tsx')],
  outdir: dist,
  bundle: true,
  write: false,
  minify: true,
  format: 'iife',
  target: ['es2020', 'safari15'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
  charset: 'ascii',
});

const textOf = (ending) => outputFiles.find((file) => file.path.endsWith(ending))?.text.trim() ?? '';
const script = textOf('.js').replaceAll('</script', '<\\/script');
const style = textOf('.css').replaceAll('</style', '<\\/style');
const page = (await readFile(path.join(here, 'sidebar.html'), 'utf8'))
  .replace('/* style */', () => style)
  .replace('/* script */', () => script);

// HtmlService runs <? … ?> on the server when a file is used as a template.
// https://developers.google.com/apps-script/guides/html/templates
if (page.includes('<?')) throw new Error('Sidebar.html must not contain "<?": Apps Script would run it.');
if (!script || !style) throw new Error('The sidebar was built without its script or without its styles.');

await mkdir(dist, { recursive: true });
await writeFile(path.join(dist, 'Sidebar.html'), page);
console.log(`dist/Sidebar.html  ${(Buffer.byteLength(page) / 1024).toFixed(1)} KiB`);
