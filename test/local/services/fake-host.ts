/** A host for tests of single services: one file, one person, a clock that only charges move. */
import type { Dialog, ExecutionContext, Host, MenuNode, RequestLog } from '../../../local/runtime/host';
import type { Workbook } from '../../../local/runtime/workbook/workbook';
import { EnumValue, type ServiceObject } from '../../../local/runtime/service-object';

export const START = Date.UTC(2026, 10, 22, 6, 0, 0);
export const DAY = 86_400_000;

export interface FakeHost extends Host {
  readonly file: { -readonly [Key in keyof Host['file']]: Host['file'][Key] };
  readonly execution: { -readonly [Key in keyof ExecutionContext]: ExecutionContext[Key] };
  readonly requests: RequestLog[];
  readonly menus: MenuNode[];
  readonly shown: Dialog[];
  /** Host names known to the network, with the base URL of each. */
  readonly routes: Record<string, string>;
  /** Answers to the next alerts and prompts. */
  readonly answers: { button: string; text: string }[];
}

/** The same file and person in another execution. */
export function anotherExecution(host: FakeHost, id: number): FakeHost {
  return { ...host, execution: { ...host.execution, id } };
}

export function fakeHost(): FakeHost {
  let now = START;
  let seed = 1;
  const requests: RequestLog[] = [];
  const menus: MenuNode[] = [];
  const shown: Dialog[] = [];
  const answers: { button: string; text: string }[] = [];
  const routes: Record<string, string> = {};
  // The services under test read no more of a workbook than this.
  const workbook = { id: 'book', timeZone: 'Europe/Berlin', locale: 'de_DE' } as Workbook;
  return {
    requests,
    menus,
    shown,
    answers,
    routes,
    clock: {
      now: () => now,
      charge: (milliseconds) => {
        now += milliseconds;
      },
      pause: (milliseconds) => {
        now += milliseconds;
      },
      idle: () => undefined,
    },
    file: {
      id: 'file',
      addOn: 'bound',
      workbook,
      documentProperties: new Map(),
      scriptProperties: new Map(),
      documentCache: new Map(),
      scriptCache: new Map(),
      triggers: [],
      locks: new Map(),
      htmlFiles: new Map(),
      timeZone: 'Etc/UTC',
    },
    person: {
      email: 'ada@example.com',
      userProperties: new Map(),
      userCache: new Map(),
      quotas: new Map(),
    },
    screen: {
      interactive: false,
      showMenu: (menu) => menus.push(menu),
      toast: () => undefined,
      ask: (dialog) => {
        shown.push(dialog);
        return Promise.resolve(answers.shift() ?? { button: 'CLOSE', text: '' });
      },
      show: (dialog) => shown.push(dialog),
      activate: () => undefined,
    },
    network: {
      route: (host) => routes[host],
      log: (entry) => requests.push(entry),
    },
    execution: { id: 1, fn: 'test', kind: 'menu', authMode: 'FULL', startedAt: START },
    random: () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    },
    mails: [],
    logLines: [],
  };
}

/** A service as the bundle sees it: its methods by name, whatever their types, also called wrongly. */
// A test calls any method with any arguments, as a script can.
export type Scripted = { [method: string]: (...args: unknown[]) => any }; // eslint-disable-line @typescript-eslint/no-explicit-any

export function scripted(service: ServiceObject): Scripted {
  return service as unknown as Scripted;
}

/** An enum's value as it comes over the bridge: equal by name only. */
export const enumValue = (enumName: string, name: string): EnumValue => new EnumValue(enumName, name);
