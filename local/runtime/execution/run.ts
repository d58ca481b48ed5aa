/** Runs one function of the bundle, from its fresh context to its end, whatever that is. */
import { Handles } from '../bridge/handles';
import { isPlain, pack, unpack } from '../bridge/packing';
import type { ScriptThread } from '../bridge/script-thread';
import type { ThreadPool } from '../bridge/thread-pool';
import type { Call, Reply, WireError } from '../bridge/wire';
import type { AuthMode, Company, ExecutionContext, Host, Person, Screen, VirtualClock } from '../host';
import type { ServiceObject } from '../service-object';
import { createServices, type Services } from '../services';
import { releaseLocks } from '../services/lock';
import type { Execution, OpenExecution, Outcome } from './execution';
import type { KillSwitch } from './kill-switch';
import { Meter } from './meter';
import { refusal } from './permissions';

/** https://developers.google.com/apps-script/guides/services/quotas and …/guides/triggers, in milliseconds. */
const LIMIT = { run: 6 * 60_000, simple: 30_000 };
/** How often a run is looked at for having lost itself in computing. Real milliseconds. */
const WATCH_EVERY = 1000;

/** What an execution is to do. */
export interface Order {
  readonly fn: string;
  readonly kind: ExecutionContext['kind'];
  readonly authMode: AuthMode;
  readonly person: Person;
  readonly screen: Screen;
  /** The arguments; events hold services, which are made anew for each execution. */
  readonly args: (services: Services) => readonly unknown[];
}

/** What executions of one file share. */
export interface Surroundings {
  readonly clock: VirtualClock;
  readonly company: Company;
  readonly pool: ThreadPool;
  readonly file: Host['file'];
  readonly mails: Host['mails'];
  readonly killSwitch: KillSwitch;
  readonly random: () => number;
  readonly route: Host['network']['route'];
  readonly log: Host['network']['log'];
  /** The bundle's global functions are known once it was loaded. */
  readonly learn: (functions: readonly string[]) => void;
  /** Counts a service call, by `Class.method`. */
  readonly count: (call: string) => void;
  /** Real seconds of computing without a service call after which an execution counts as lost. */
  readonly patience: number;
}

type Death = Extract<Outcome, 'timed out' | 'killed'>;

const LAST_WORDS: Readonly<Record<Death, string>> = {
  'timed out': 'Exceeded maximum execution time',
  killed: 'The execution was killed.',
};

/** What the sidebar is told; the text is not documented. */
const NOT_PLAIN = 'The script completed but the returned value is not a supported return type.';

/** An error as the script threw it. */
function scriptError(error: WireError): Error {
  const made = new Error(error.message);
  made.name = error.name;
  if (error.stack !== undefined) made.stack = error.stack;
  return made;
}

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

/**
 * Fills in `execution` as it goes; settles when it has ended. Never rejects: what went wrong is the outcome.
 * The execution is dead for the bundle from the moment of its death on: no line of it runs any more.
 */
export async function runFunction(
  order: Order,
  execution: OpenExecution,
  around: Surroundings,
): Promise<Execution> {
  return new Run(order, execution, around).run();
}

class Run {
  readonly #order: Order;
  readonly #execution: OpenExecution;
  readonly #around: Surroundings;
  readonly #meter: Meter;
  readonly #host: Host;
  readonly #thread: ScriptThread;
  readonly #handles: Handles;
  #die: (death: Death) => void = () => undefined;
  /** When the bundle last got an answer, in real milliseconds; null while it waits for one. */
  #computingSince: number | null = null;

  constructor(order: Order, execution: OpenExecution, around: Surroundings) {
    this.#order = order;
    this.#execution = execution;
    this.#around = around;
    this.#meter = new Meter(around.clock, order.kind === 'simple' ? LIMIT.simple : LIMIT.run);
    this.#thread = around.pool.take();
    this.#handles = new Handles(this.#thread.knownShapes);
    const { killSwitch } = around;
    this.#host = {
      clock: this.#meter,
      file: around.file,
      person: order.person,
      screen: order.screen,
      execution: {
        id: execution.id,
        fn: order.fn,
        kind: order.kind,
        authMode: order.authMode,
        startedAt: execution.startedAt,
      },
      random: around.random,
      mails: around.mails,
      logLines: execution.logs,
      company: around.company,
      network: {
        route: (host) => around.route(host),
        log: (entry) => {
          execution.requests += 1;
          killSwitch.requests.count();
          around.log(entry);
        },
      },
    };
  }

  async run(): Promise<Execution> {
    const execution = this.#execution;
    const death = new Promise<Death>((resolve) => (this.#die = resolve));
    const services = createServices(this.#host);
    const roots = Object.entries(services).map(([name, service]) => this.#handles.root(name, service));
    const args = this.#order.args(services).map((arg) => pack(arg, this.#handles));
    const watch = setInterval(() => this.#watch(), WATCH_EVERY);
    this.#computingSince = performance.now();
    const order = { fn: this.#order.fn, args, roots, shapes: this.#handles.takeNews(), seed: execution.id };
    const ended = await Promise.race([
      this.#thread.run(order, {
        answer: (call) => this.#answer(call),
        log: (line) => execution.logs.push(line),
      }),
      death,
    ]);
    clearInterval(watch);
    if (typeof ended !== 'string' && ended.functions !== undefined) this.#around.learn(ended.functions);
    if (typeof ended === 'string') await this.#thread.terminate();
    this.#around.pool.giveBack(this.#thread);
    releaseLocks(this.#host);
    // What the script has buffered is written when it ends, however it ended.
    this.#meter.flush();
    execution.seconds = this.#meter.spent / 1000;
    const died = typeof ended === 'string' ? ended : this.#meter.expired ? 'timed out' : null;
    if (died !== null) {
      execution.error = new Error(LAST_WORDS[died]);
      execution.outcome = died;
    } else if (typeof ended !== 'string' && ended.error !== undefined) {
      execution.error = scriptError(ended.error);
      execution.outcome = 'failed';
    } else if (typeof ended !== 'string' && execution.kind === 'sidebar' && !isPlain(ended.value)) {
      execution.error = new Error(NOT_PLAIN);
      execution.outcome = 'failed';
    } else if (typeof ended !== 'string') {
      execution.value = unpack(ended.value, this.#handles);
      execution.outcome = 'completed';
      execution.ok = true;
    }
    return execution;
  }

  async #answer(call: Call): Promise<Reply | null> {
    this.#computingSince = null;
    const service = this.#handles.service(call.target);
    const name = `${service.className}.${call.method}`;
    if (this.#strike(name)) return null;
    const reply = await this.#perform(service, name, call);
    this.#around.killSwitch.serviceCalls.count();
    if (this.#meter.expired) {
      this.#die('timed out');
      return null;
    }
    if (this.#strike(name)) return null;
    this.#computingSince = performance.now();
    const shapes = this.#handles.takeNews();
    return shapes.length === 0 ? reply : { ...reply, shapes };
  }

  #strike(call: string): boolean {
    if (!this.#around.killSwitch.strikes(call)) return false;
    this.#die('killed');
    return true;
  }

  async #perform(service: ServiceObject, call: string, { method, args }: Call): Promise<Reply> {
    this.#around.count(call);
    this.#execution.calls += 1;
    const refused = refusal(call, this.#order.authMode, this.#host.file.oauthScopes);
    if (refused !== null) return { error: { name: 'Exception', message: refused } };
    try {
      const given = args.map((arg) => unpack(arg, this.#handles));
      let value = invoke(service, method, given);
      if (isPromise(value)) value = await value;
      this.#meter.call(service, method);
      return { value: pack(value, this.#handles) };
    } catch (problem) {
      this.#meter.charge(1);
      if (problem instanceof Error && problem.name !== 'Exception')
        this.#execution.logs.push(String(problem.stack));
      return { error: asWire(problem, call) };
    } finally {
      this.#execution.seconds = this.#meter.spent / 1000;
    }
  }

  /** Google ends a run by real time; here only calls take time, so an endless loop is ended by real patience. */
  #watch(): void {
    if (this.#computingSince === null) return;
    if (performance.now() - this.#computingSince > this.#around.patience * 1000) this.#die('timed out');
  }
}

function invoke(service: ServiceObject, method: string, args: readonly unknown[]): unknown {
  const found = Reflect.get(service, method) as unknown;
  if (typeof found !== 'function') throw new Error(`${service.className}.${method} is not a method.`);
  return Reflect.apply(found, service, args) as unknown;
}

/** Google's exceptions reach the script as they are; anything else is a defect here, and says so. */
function asWire(problem: unknown, call: string): WireError {
  if (!(problem instanceof Error)) return { name: 'Exception', message: String(problem) };
  if (problem.name === 'Exception') return { name: problem.name, message: problem.message };
  return { name: problem.name, message: `${call} failed in the local Apps Script: ${problem.message}` };
}
