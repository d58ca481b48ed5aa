/** The built sidebar in a page of its own, at its real width, with a scripted server behind google.script.run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Api, ApiMethod, JobInfo, ScheduleInfo, StatusValue, TabInfo } from '../../src/app/contract';
import type { ErrorJson } from '../../src/core/errors';
import { problemsOf } from './chromium';

export const NOW = '2026-11-22T10:45:00Z';

/** What a method answers: a value, an error of the add-on, or an error of Google's. */
export type Scripted =
  { readonly value: unknown } | { readonly error: ErrorJson } | { readonly google: string } | 'never';

export type Script = Partial<Record<ApiMethod, (payload: never) => Scripted>>;

export interface OpenSidebar {
  readonly page: Page;
  readonly calls: { readonly method: string; readonly payload: unknown }[];
  readonly problems: string[];
}

/** Rules can be changed while the page is open: each call looks again. */
export async function openSidebar(browser: Browser, script: Script): Promise<OpenSidebar> {
  const page = await browser.newPage({
    viewport: { width: 300, height: 760 },
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  const problems = problemsOf(page);
  const calls: OpenSidebar['calls'] = [];
  await page.clock.install({ time: new Date(NOW) });
  await page.exposeFunction('answerScript', (method: ApiMethod, payload: never): Scripted => {
    calls.push({ method, payload });
    return script[method]?.(payload) ?? { google: `no script for ${method}` };
  });
  await page.addInitScript(() => {
    type Handler = (value: unknown) => void;
    const make = (success: Handler, failure: Handler): object => ({
      withSuccessHandler: (handler: Handler) => make(handler, failure),
      withFailureHandler: (handler: Handler) => make(success, handler),
      api: async (method: string, payload: unknown) => {
        const ask = (window as unknown as { answerScript(m: string, p: unknown): Promise<Scripted> })
          .answerScript;
        const answer = await ask(method, payload);
        if (answer === 'never') return;
        if ('google' in answer) failure(new Error(answer.google));
        else if ('error' in answer) success({ ok: false, error: answer.error });
        else success({ ok: true, value: answer.value });
      },
    });
    const nothing = (): void => undefined;
    Object.assign(window, { google: { script: { run: make(nothing, nothing) } } });
  });
  await page.route('http://sidebar.test/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: readFileSync(join(__dirname, '..', '..', 'dist', 'Sidebar.html'), 'utf8'),
    }),
  );
  await page.goto('http://sidebar.test/');
  return { page, calls, problems };
}

export const TAB: TabInfo = {
  tab: 'Apps',
  provider: 'torii',
  resource: 'apps',
  rows: 180,
  pulledAt: '2026-11-22T10:42:00Z',
  complete: true,
  pending: 0,
  conflicts: 0,
  mode: 'mirror',
  filters: [],
  filterWords: [],
};

export const SCHEDULE: ScheduleInfo = {
  tab: 'Apps',
  every: 'day',
  hour: 7,
  words: 'every day at about 7:00',
  owner: 'ana@halden.example',
  mine: true,
  nextRun: '2026-11-23T06:00:00Z',
};

export const CONNECTION = {
  provider: 'torii',
  title: 'Torii',
  organisation: 'Halden & Weir',
  last4: '4f2a',
} as const;

export function status(change: Partial<StatusValue> = {}): Scripted {
  const value: StatusValue = {
    providers: [{ provider: 'torii', title: 'Torii', keyPlace: 'Settings → API Access' }],
    connections: [CONNECTION],
    tabs: [],
    jobs: [],
    schedules: [],
    timeZone: 'Europe/Berlin',
    ...change,
  };
  return { value };
}

export function resources(): Scripted {
  const value: Api['resources']['value'] = [
    {
      resource: 'apps',
      title: 'Apps',
      description: 'Every app that Torii found.',
      writable: true,
      filterIdeas: [
        {
          label: 'Apps without an owner',
          filters: [{ field: 'primaryOwner', test: 'isEmpty', values: [] }],
        },
        {
          label: 'Only sanctioned apps',
          filters: [{ field: 'state', test: 'isAnyOf', values: ['Sanctioned'] }],
        },
      ],
    },
    {
      resource: 'contracts',
      title: 'Contracts',
      description: 'Amounts and dates.',
      writable: true,
      filterIdeas: [],
    },
    {
      resource: 'users',
      title: 'Users',
      description: 'Everyone whom Torii knows.',
      writable: true,
      filterIdeas: [],
    },
  ];
  return { value };
}

type PullJob = Extract<JobInfo, { kind: 'pull' | 'finish' }>;

export function job(change: Partial<PullJob> = {}): Scripted {
  const value: JobInfo = {
    kind: 'pull',
    job: 'j1',
    title: 'Pull apps from Torii',
    tab: 'Apps',
    state: 'running',
    by: 'ana@halden.example',
    mine: true,
    since: '2026-11-22T10:41:00Z',
    progress: { done: 3000, total: 10000, unit: 'apps', pages: 3 },
    ...change,
  };
  return { value };
}

/** An error of the add-on. */
export function failure(
  code: ErrorJson['code'],
  what: string,
  next: string,
  retry: ErrorJson['retry'] = 'later',
): Scripted {
  return { error: { code, what, next, retry } };
}

/** Connected, with nothing pulled yet; a pull that is asked for becomes the job `j1`. */
export const CONNECTED: Script = {
  status: () => status(),
  resources,
  pull: () => ({ value: { job: 'j1' } }),
};
