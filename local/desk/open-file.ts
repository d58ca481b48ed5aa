/** One spreadsheet as it is open on desks: the file, the people in it, and the record of all that ran. */
import type { Execution, OpenExecution } from '../runtime/execution/execution';
import { KillSwitch } from '../runtime/execution/kill-switch';
import { runFunction, type Order, type Surroundings } from '../runtime/execution/run';
import { RUN_START, SCRIPT_RUN } from '../runtime/costs';
import type { Mail, Person, RequestLog, ScriptFile } from '../runtime/host';
import type { Workbook } from '../runtime/workbook/workbook';
import { DeskScreen } from './screen';
import { Turnstile } from './turnstile';
import type { World } from './world';

/** The title of the script project. */
const PROJECT_NAME = 'SaaS Ledger';
/** Executions of one person at the same time. https://developers.google.com/apps-script/guides/services/quotas */
const MOST_PER_PERSON = 30;
/** Calls of one page at the same time. https://developers.google.com/apps-script/guides/html/communication */
const MOST_PER_PAGE = 10;

export function newPerson(email: string): Person {
  return { email, userProperties: new Map(), userCache: new Map(), quotas: new Map() };
}

/** What is run, and for whom. */
export type FileOrder = Pick<Order, 'fn' | 'kind' | 'authMode' | 'args'> & { readonly user: string };

export class OpenFile {
  readonly world: World;
  readonly script: ScriptFile;
  readonly executions: Execution[] = [];
  readonly requests: RequestLog[] = [];
  readonly serviceCalls: Record<string, number> = {};
  readonly mails: Mail[] = [];
  readonly killSwitch = new KillSwitch();
  /** True once somebody has used the add-on here: onOpen may see the document from then on. */
  enabled: boolean;
  readonly #people = new Map<string, Person>();
  readonly #screens = new Map<string, DeskScreen>();
  /** Executions of each person that run now. */
  readonly #running = new Map<string, number>();
  readonly #pages = new Map<string, Turnstile>();

  constructor(world: World, workbook: Workbook, addOn: ScriptFile['addOn']) {
    this.world = world;
    this.enabled = addOn === 'bound';
    const { manifest, pages } = world.project;
    const { timeZone, oauthScopes, urlFetchWhitelist } = manifest;
    this.script = {
      id: workbook.id,
      addOn,
      workbook,
      documentProperties: new Map(),
      scriptProperties: new Map(),
      documentCache: new Map(),
      scriptCache: new Map(),
      triggers: [],
      locks: new Map(),
      htmlFiles: pages,
      projectName: PROJECT_NAME,
      ...(timeZone === undefined ? {} : { timeZone }),
      ...(oauthScopes === undefined ? {} : { oauthScopes }),
      ...(urlFetchWhitelist === undefined ? {} : { urlFetchWhitelist }),
    };
    world.files.add(this);
  }

  person(email: string): Person {
    if (this.script.addOn === 'published') return this.world.account(email);
    let person = this.#people.get(email);
    if (person === undefined) this.#people.set(email, (person = newPerson(email)));
    return person;
  }

  screen(email: string): DeskScreen {
    let screen = this.#screens.get(email);
    if (screen === undefined) this.#screens.set(email, (screen = new DeskScreen(() => this.world.changed())));
    return screen;
  }

  /** Runs a function; the time until it starts is charged too, but not to its six minutes. */
  async run(order: FileOrder): Promise<Execution> {
    if (order.kind !== 'sidebar') return this.#run(order, RUN_START);
    let page = this.#pages.get(order.user);
    if (page === undefined) this.#pages.set(order.user, (page = new Turnstile(MOST_PER_PAGE)));
    return page.pass(() => this.#run(order, SCRIPT_RUN));
  }

  /** Adds an execution to the record that ended before it began. */
  refuse(order: FileOrder, reason: string): Execution {
    const execution = this.#record(order);
    execution.outcome = 'failed';
    execution.error = Object.assign(new Error(reason), { name: 'Exception' });
    return execution;
  }

  /** As if it never was: for a function that the bundle does not have and need not have. */
  forget(execution: Execution): void {
    const at = this.executions.indexOf(execution);
    if (at >= 0) this.executions.splice(at, 1);
  }

  async #run(order: FileOrder, startTime: number): Promise<Execution> {
    const { user, ...rest } = order;
    const running = this.#running.get(user) ?? 0;
    if (running >= MOST_PER_PERSON) {
      const text = 'There are too many scripts running simultaneously for this Google user account.';
      return this.refuse(order, text);
    }
    this.world.clock.charge(startTime);
    if (order.authMode === 'FULL') this.enabled = true;
    const execution = this.#record(order);
    const given = { ...rest, person: this.person(user), screen: this.screen(user) };
    this.#running.set(user, running + 1);
    this.world.clock.work.begin();
    try {
      await runFunction(given, execution, this.#surroundings());
    } finally {
      this.#running.set(user, (this.#running.get(user) ?? 1) - 1);
      this.world.clock.work.end();
    }
    this.world.changed();
    return execution;
  }

  #record({ fn, kind, user, authMode }: FileOrder): OpenExecution {
    const execution: OpenExecution = {
      id: this.world.nextExecution(),
      function: fn,
      kind,
      user,
      authMode,
      startedAt: this.world.clock.now(),
      seconds: 0,
      outcome: 'running',
      ok: false,
      logs: [],
      calls: 0,
      requests: 0,
    };
    this.executions.push(execution);
    this.world.changed();
    return execution;
  }

  #surroundings(): Surroundings {
    const { world, script, mails, killSwitch, serviceCalls } = this;
    return {
      clock: world.clock,
      company: world.clock.work,
      pool: world.pool,
      patience: world.patience,
      random: world.random,
      route: (host) => world.servers.route(host),
      file: script,
      mails,
      killSwitch,
      count: (call) => {
        serviceCalls[call] = (serviceCalls[call] ?? 0) + 1;
      },
      log: (entry) => {
        this.requests.push(entry);
        world.changed();
      },
      learn: (functions) => {
        world.functions = new Set(functions);
      },
    };
  }
}
