/** Measures the check and the sending of a plain tab of people, with four licences each, at several sizes. */
import { openDesk, type Desk } from '../local/desk';
import { spreadsheetCalls, type Provider } from './pulls';

/** In their order: the second check finds the tab as the first one left it. */
export const RUNS = ['check', 'check again', 'send'] as const;

/** One row for each person, or one for each licence of a person; of the last, every second address is none. */
export type Shape = 'people' | 'people’s licences' | 'people, half of them wrong';

export interface UploadFigures {
  readonly provider: Provider;
  readonly rowsAre: Shape;
  readonly run: (typeof RUNS)[number];
  readonly rows: number;
  /** Records of the package: users, whatever the number of their rows. */
  readonly records: number;
  readonly megabytes: number;
  readonly requests: number;
  /** Calls of SpreadsheetApp and all that hangs on it. */
  readonly spreadsheetCalls: number;
  /** Executions that did the work: more than one where it was resumed, or was started by one and done by another. */
  readonly executions: number;
  /** Virtual seconds of the longest of them; Google ends one after 360. */
  readonly longestExecution: number;
  /** Of all of them together. */
  readonly virtualSeconds: number;
  /** Time of this process with all its threads: the script, the services, and the provider's server. */
  readonly cpuSeconds: number;
  /** By how much the memory of this process was larger meanwhile than before. */
  readonly memoryMegabytes: number;
  /** “done”, or the code of the error that it ended with. */
  readonly outcome: string;
}

export interface UploadSubject {
  readonly provider: Provider;
  readonly rowsAre: Shape;
  readonly people: readonly number[];
}

const SUBJECTS: readonly UploadSubject[] = [
  { provider: 'torii', rowsAre: 'people', people: [1_000, 10_000, 50_000] },
  { provider: 'zluri', rowsAre: 'people', people: [50_000] },
  { provider: 'torii', rowsAre: 'people’s licences', people: [50_000] },
  { provider: 'torii', rowsAre: 'people, half of them wrong', people: [50_000] },
];

const LICENCES = ['Design', 'Whiteboard', 'Slides', 'Dev Mode'];
const TARGETS: Readonly<Record<Provider, string>> = {
  torii: 'torii.customIntegration',
  zluri: 'zluri.users',
};
const INSTANCE = '66f6e5b7d9a5f6a7b8c90010';
const TAB = 'Members';

export async function measureUploads(subjects = SUBJECTS): Promise<UploadFigures[]> {
  const figures: UploadFigures[] = [];
  for (const { people, ...subject } of subjects) {
    for (const size of people) figures.push(...(await measureSize(subject, size)));
  }
  return figures;
}

async function measureSize(
  { provider, rowsAre }: Omit<UploadSubject, 'people'>,
  people: number,
): Promise<UploadFigures[]> {
  const desk = await openDesk({ tenant: { seed: 1, apps: 1, contracts: 1, users: 5 } });
  try {
    await desk.api('connect', { provider, apiKey: desk[provider].apiKey });
    const rows = rowsOf(people, rowsAre);
    layOut(desk, [['ID', 'Email', 'Name', 'Status', 'Licences', 'Last used'], ...rows]);
    const options = { place: placeOn(desk, provider), leaveOut: true };
    const order = { tab: TAB, target: TARGETS[provider], options };
    const check = (): Promise<Check> => desk.api('uploadCheck', order) as Promise<Check>;
    const [first, again] = [await measured(desk, check), await measured(desk, check)];
    const { counts, bytes, seal } = first.value;
    const send = async (): Promise<End> => {
      const { job } = (await desk.api('uploadSend', { ...order, options: { ...options, seal } })) as {
        job: string;
      };
      return (await desk.run(job)) as End;
    };
    const sent = await measured(desk, send);
    const { state, error } = sent.value;
    const about = { rows: rows.length, records: counts.records, megabytes: rounded(bytes / 1e6) };
    return [
      { provider, rowsAre, run: 'check', ...about, ...first.figures, outcome: 'done' },
      { provider, rowsAre, run: 'check again', ...about, ...again.figures, outcome: 'done' },
      { provider, rowsAre, run: 'send', ...about, ...sent.figures, outcome: error?.code ?? state },
    ];
  } finally {
    await desk.close();
  }
}

interface Check {
  readonly counts: { readonly records: number };
  readonly bytes: number;
  readonly seal: string;
}

interface End {
  readonly state: string;
  readonly error?: { readonly code: string };
}

export function rowsOf(people: number, rowsAre: Shape): string[][] {
  return Array.from({ length: people }, (_, at) => {
    const email =
      rowsAre === 'people, half of them wrong' && at % 2 === 1 ? `person.${at}` : `person.${at}@example.com`;
    const day = `2026-0${1 + (at % 9)}-1${at % 10}`;
    const row = (licences: string) => [
      `U-${at}`,
      email,
      `First${at} Last${at}`,
      at % 9 === 0 ? 'Deactivated' : 'Active',
      licences,
      day,
    ];
    return rowsAre === 'people’s licences' ? LICENCES.map(row) : [row(LICENCES.join(', '))];
  }).flat();
}

/** As somebody pastes it. */
export function layOut(desk: Desk, rows: readonly (readonly string[])[]): void {
  const sheet = desk.workbook.insertSheet(TAB);
  const missing = rows.length - sheet.maxRows;
  if (missing > 0) sheet.insertRows(sheet.maxRows + 1, missing, 'before');
  sheet.write(1, 1, rows, desk.user);
}

/** An app account of Torii, or an instance of Zluri that is made for it. */
export function placeOn(desk: Desk, provider: Provider): string {
  if (provider === 'torii') return String((desk.torii.data.appAccounts as { id: number }[])[0]?.id);
  const [app] = desk.zluri.data.apps as { app_id: string }[];
  desk.zluri.edit('instances', INSTANCE, {
    instance_id: INSTANCE,
    app_id: app?.app_id,
    instance_name: 'By sheet',
    notification_emails: ['it@example.com'],
    created_by: 'it@example.com',
    status: 'connected',
  });
  return INSTANCE;
}

/** How often the memory is looked at. */
const LOOK_MS = 20;

type Figures = Pick<
  UploadFigures,
  | 'requests'
  | 'spreadsheetCalls'
  | 'executions'
  | 'longestExecution'
  | 'virtualSeconds'
  | 'cpuSeconds'
  | 'memoryMegabytes'
>;

async function measured<Value>(
  desk: Desk,
  work: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly figures: Figures }> {
  const before = {
    requests: desk.requests.length,
    calls: spreadsheetCalls(desk),
    runs: desk.executions.length,
  };
  const memory = process.memoryUsage().rss;
  let most = memory;
  const looking = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), LOOK_MS);
  const cpu = process.cpuUsage();
  const value = await work().finally(() => clearInterval(looking));
  const { user, system } = process.cpuUsage(cpu);
  const seconds = desk.executions.slice(before.runs).map((execution) => execution.seconds);
  return {
    value,
    figures: {
      requests: desk.requests.length - before.requests,
      spreadsheetCalls: spreadsheetCalls(desk) - before.calls,
      executions: seconds.length,
      longestExecution: rounded(Math.max(...seconds)),
      virtualSeconds: rounded(seconds.reduce((sum, each) => sum + each, 0)),
      cpuSeconds: Math.round((user + system) / 1e4) / 100,
      memoryMegabytes: Math.round((most - memory) / 1e6),
    },
  };
}

const rounded = (number: number): number => Math.round(number * 10) / 10;
