/** What the desks of one openDesk share: the time, the script, its threads, the servers, and the accounts. */
import { ThreadPool } from '../runtime/bridge/thread-pool';
import { DeskClock } from '../runtime/desk-clock';
import type { Execution } from '../runtime/execution/execution';
import type { Person } from '../runtime/host';
import { seededRandom } from '../runtime/random';
import { LocalServers } from './local-servers';
import { type OpenFile, newPerson } from './open-file';
import type { DeskOptions } from './options';
import { refusedSyntax } from './refused-syntax';
import { passTime } from './schedule';
import { loadProject, type ScriptProject } from './script-project';
import { SharedTime } from './shared-time';

/** A Monday, at nine in the morning: runs repeat because the time does. */
const DEFAULT_NOW = '2026-11-23T09:00:00.000Z';
/** Real seconds of computing without any service call; a real bundle never comes near it. */
const PATIENCE = 60;

/** What concerns all files of the world. */
type WorldOptions = Pick<DeskOptions, 'tenant' | 'now' | 'realTime' | 'routes' | 'bundle' | 'patience'>;

export class World {
  readonly clock: SharedTime;
  readonly project: ScriptProject;
  readonly pool: ThreadPool;
  readonly servers: LocalServers;
  readonly patience: number;
  readonly random = seededRandom(1);
  readonly files = new Set<OpenFile>();
  readonly listeners = new Set<() => void>();
  /** Global functions of the bundle; null until it was loaded without an error. */
  functions: ReadonlySet<string> | null = null;
  #executions = 0;
  /** A published add-on has one user store for all files; a bound script has one in each file. */
  readonly #accounts = new Map<string, Person>();

  private constructor(project: ScriptProject, clock: DeskClock, servers: LocalServers, patience: number) {
    this.project = project;
    this.clock = new SharedTime(clock);
    this.servers = servers;
    this.patience = patience;
    this.pool = new ThreadPool(project.code, clock.shared);
  }

  static async open(options: WorldOptions): Promise<World> {
    const start = Date.parse(options.now ?? DEFAULT_NOW);
    if (Number.isNaN(start))
      throw new Error(`“${String(options.now)}” is not a time; give one as ${DEFAULT_NOW}.`);
    const clock = new DeskClock(start, options.realTime);
    const project = await loadProject(options.bundle);
    const refused = await refusedSyntax(project.code);
    // Fails to load then, and fails every run, as a script with any other error of syntax does.
    const code = refused === null ? project.code : `throw new SyntaxError(${JSON.stringify(refused)});`;
    const servers = await LocalServers.open(clock, options.tenant ?? {}, options.routes ?? {});
    return new World({ ...project, code }, clock, servers, options.patience ?? PATIENCE);
  }

  nextExecution(): number {
    return ++this.#executions;
  }

  account(email: string): Person {
    let person = this.#accounts.get(email);
    if (person === undefined) this.#accounts.set(email, (person = newPerson(email)));
    return person;
  }

  /** Time passes until then, never under an execution at work, and triggers that fall due run at their time. */
  async advanceTo(moment: number): Promise<Execution[]> {
    const ran = await passTime(this.files, this.clock, moment);
    this.changed();
    return ran;
  }

  /** Somebody has nothing to do until then; the others go on. At a desk in real time it really takes so long. */
  async sleepUntil(moment: number): Promise<void> {
    await this.clock.sleepUntil(moment, async () => {
      await this.clock.standStill(moment);
      await this.advanceTo(moment);
    });
  }

  changed(): void {
    for (const listener of this.listeners) listener();
  }

  async close(): Promise<void> {
    this.listeners.clear();
    await Promise.all([this.pool.close(), this.servers.close()]);
  }
}
