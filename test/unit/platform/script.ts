/** The adapters as a script of their own, for a desk to run: what they ask of Sheets is answered by the local services. */
import { buildSync } from 'esbuild';
import path from 'node:path';

const PLATFORM = path.resolve(__dirname, '../../../src/platform');

/** A script with `ports`, and these functions. */
export function scriptWithPorts(functions: string): string {
  const { outputFiles } = buildSync({
    stdin: {
      contents: `import { createPorts } from './ports'; globalThis.portsOf = createPorts;`,
      resolveDir: PLATFORM,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2019',
  });
  return `${outputFiles[0]?.text ?? ''}\n${functions}`;
}
