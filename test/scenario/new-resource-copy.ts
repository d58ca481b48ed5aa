/** A copy of the project with one more resource: one new file, and one line in Torii's list with the import that it needs. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = join(__dirname, '..', '..');
/** What a build, a type check and the docs are made from. */
const SOURCES = ['src', 'docs', 'appsscript.json', 'webpack.config.js', 'tsconfig.json'];

export class ProjectCopy {
  readonly #folder: string;

  /** Within the project, so that packages are found where they are. */
  constructor() {
    const cache = join(ROOT, '.cache');
    mkdirSync(cache, { recursive: true });
    this.#folder = mkdtempSync(join(cache, 'new-resource-'));
    for (const name of SOURCES) cpSync(join(ROOT, name), join(this.#folder, name), { recursive: true });
  }

  get bundle(): string {
    return join(this.#folder, 'dist', 'Code.js');
  }

  /** Adds the file and the line, and nothing else. */
  addToTorii(file: string, constant: string, definition: string): void {
    const torii = join(this.#folder, 'src', 'providers', 'torii');
    writeFileSync(join(torii, `${file}.ts`), definition);
    const list = join(torii, 'provider.ts');
    const before = readFileSync(list, 'utf8');
    const after = before.replace(/(resources: \[)/, `$1${constant}, `);
    if (after === before) throw new Error('provider.ts has no list of resources.');
    writeFileSync(list, `import { ${constant} } from './${file}';\n${after}`);
  }

  async build(): Promise<void> {
    await this.#node('webpack/bin/webpack.js');
  }

  /** @throws Error with the compiler's words where a type does not fit */
  async checkTypes(): Promise<void> {
    const config = { extends: './tsconfig.json', include: ['src/providers/torii'] };
    writeFileSync(join(this.#folder, 'tsconfig.torii.json'), JSON.stringify(config));
    await this.#node('typescript/bin/tsc', '-p', 'tsconfig.torii.json');
  }

  /** Writes the reference pages anew. @returns the one of resources */
  async resourcePage(): Promise<string> {
    await this.#node('tsx/dist/cli.mjs', 'docs/generate.ts');
    return readFileSync(join(this.#folder, 'docs', 'resources.md'), 'utf8');
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #node(script: string, ...args: string[]): Promise<void> {
    const program = join(ROOT, 'node_modules', script);
    try {
      await run(process.execPath, [program, ...args], { cwd: this.#folder });
    } catch (problem) {
      const { stdout, stderr } = problem as { stdout?: string; stderr?: string };
      throw new Error(`${script} failed.\n${stdout ?? ''}${stderr ?? ''}`, { cause: problem });
    }
  }
}
