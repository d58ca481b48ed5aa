/** The commands of package.json that run the add-on on this computer: start and demo. */
import { parseArgs } from 'node:util';
import { openDesk } from './desk';
import { projectRoot } from './runtime/bridge/thread-code';
import { openBrowser } from './workbench/browser';
import { runDemo } from './workbench/demo';
import { buildIfStale } from './workbench/fresh-build';
import { RealConnection } from './workbench/real-provider';
import { openWorkbench } from './workbench/workbench';

const HELP = `npm start [-- options]   opens the workbench in a browser
  --port N               first port to try (8787)
  --real torii           speaks to the real Torii; its key comes from TORII_API_KEY
  --apps N, --contracts N, --users N
                         size of the local tenant
  --workbook FILE.xlsx   starts with the tabs of that file
  --no-open              only prints the address
npm run demo             does the main job without a browser and prints what happened`;

const OPTIONS = {
  port: { type: 'string' },
  real: { type: 'string' },
  apps: { type: 'string' },
  contracts: { type: 'string' },
  users: { type: 'string' },
  workbook: { type: 'string' },
  'no-open': { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

const say = (line: string): void => console.log(line);

async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [command] = positionals;
  if (values.help) return say(HELP);
  if (command === 'demo') return demo();
  if (command === 'start') return start(values);
  throw new Error(`Unknown command “${command ?? ''}”.\n${HELP}`);
}

async function start(values: Values): Promise<void> {
  const real = values.real === undefined ? undefined : RealConnection.of(values.real, process.env);
  const port = values.port === undefined ? undefined : wholeNumber('port', values.port);
  await buildIfStale(projectRoot(), say);
  const desk = await openDesk({
    now: new Date().toISOString(),
    ...(values.workbook === undefined ? {} : { workbook: values.workbook }),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    tenant: tenantSize(values),
    // A real platform counts real minutes.
    ...(real ? { routes: real.routes, realTime: true } : {}),
  });
  if (values.workbook === undefined) desk.workbook.name = 'Software we use';
  const workbench = await openWorkbench(desk, {
    ...(port === undefined ? {} : { port }),
    ...(real ? { real } : {}),
  });
  say(`The workbench is open at ${workbench.url}`);
  if (real && !real.view.keyFound) {
    say(
      `${real.view.variable} is not set: paste a ${real.view.title} key in the sidebar, or set it and start again.`,
    );
  } else if (!real)
    say('It speaks to a Torii and a Zluri on this computer; copy their keys at the top of the page.');
  say('Stop it with Ctrl+C.');
  if (!values['no-open']) openBrowser(workbench.url);
  const stop = (): void => {
    void workbench
      .close()
      .then(() => desk.close())
      .then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

async function demo(): Promise<void> {
  await buildIfStale(projectRoot(), say);
  const desk = await openDesk();
  try {
    await runDemo(desk, say);
  } finally {
    await desk.close();
  }
}

function tenantSize(values: Values): Record<string, number> {
  const names = ['apps', 'contracts', 'users'] as const;
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = values[name];
      return text === undefined ? [] : [[name, wholeNumber(name, text)]];
    }),
  );
}

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0)
    throw new Error(`--${option} takes a whole number, not “${text}”.`);
  return number;
}

main(process.argv.slice(2)).catch((problem: unknown) => {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
});
