/** The desk: a spreadsheet, the built bundle and the providers' stand-ins, driven from outside. */
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { ApiError, LostCall, unwrap } from './desk/api';
import type { ChangeType, Edit } from './desk/event';
import { driveJob, type JobView } from './desk/job-driver';
import type { LocalServers } from './desk/local-servers';
import { itemFunction } from './desk/menu-path';
import { OpenFile, type FileOrder } from './desk/open-file';
import type { DeskOptions, DeskTime } from './desk/options';
import type { Answer, DeskScreen } from './desk/screen';
import { copyOfArgument, demandPublic } from './desk/script-run';
import { SheetEvents } from './desk/sheet-events';
import { Tab } from './desk/tab';
import { World } from './desk/world';
import { importXlsx } from './desk/xlsx-import';
import type { Execution } from './runtime/execution/execution';
import type { KillWhen } from './runtime/execution/kill-switch';
import type { Dialog, Mail, MenuNode, RequestLog, StoredTrigger } from './runtime/host';
import { Workbook } from './runtime/workbook/workbook';
import { writeXlsx } from './runtime/workbook/xlsx';
import type { FakeServer } from './servers/fake-server';
import { PERSON_AT_DESK } from './servers/seed/company';

export { ApiError, LostCall, Tab };
export type { Answer, DeskOptions, DeskTime, Dialog, Execution, FakeServer, Mail, MenuNode, RequestLog };
export type Trigger = StoredTrigger;

const MINUTE = 60_000;

/** Opens a spreadsheet with the script in it, as a person does: onOpen has run when this resolves. */
export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const world = await World.open(options);
  try {
    const user = options.user ?? PERSON_AT_DESK;
    const workbook = await newWorkbook(options, user, () => world.clock.now());
    const file = new OpenFile(world, workbook, options.addOn ?? 'bound');
    const desk = new Desk(file, user, () => world.close());
    await desk.opened;
    return desk;
  } catch (problem) {
    await world.close();
    throw problem;
  }
}

async function newWorkbook(options: DeskOptions, owner: string, now: () => number): Promise<Workbook> {
  const { workbook: path = '', timeZone = 'Etc/UTC', locale = 'en_US' } = options;
  const name = path === '' ? 'SaaS Ledger' : basename(path, '.xlsx');
  const workbook = new Workbook({ now, name, timeZone, locale, owner });
  if (path !== '') await importXlsx(path, workbook);
  return workbook;
}

export class Desk {
  readonly clock: DeskTime;
  readonly dialogs: Dialog[];
  readonly toasts: string[];
  readonly mails: Mail[];
  readonly requests: RequestLog[];
  /** Calls so far, by `Class.method`. */
  readonly serviceCalls: Record<string, number>;
  readonly executions: Execution[];
  readonly torii: FakeServer;
  readonly zluri: FakeServer;
  /** What the person at this desk sees; give it an `asker` to answer dialogs on a page. */
  readonly screen: DeskScreen;
  readonly workbook: Workbook;
  /** Settles when onOpen has run for this person. */
  readonly opened: Promise<void>;
  readonly #file: OpenFile;
  readonly #user: string;
  readonly #close: () => Promise<void>;
  readonly #events: SheetEvents;
  /** Settles when all that follows the person's doings so far has run. */
  #settled: Promise<void>;

  constructor(file: OpenFile, user: string, close: () => Promise<void>) {
    const { world } = file;
    this.#file = file;
    this.#user = user;
    this.#close = close;
    this.#events = new SheetEvents(file, user);
    this.screen = file.screen(user);
    this.workbook = file.script.workbook;
    this.dialogs = this.screen.dialogs;
    this.toasts = this.screen.toasts;
    this.mails = file.mails;
    this.requests = file.requests;
    this.serviceCalls = file.serviceCalls;
    this.executions = file.executions;
    this.torii = world.servers.torii;
    this.zluri = world.servers.zluri;
    this.clock = {
      now: () => new Date(world.clock.now()),
      advance: async ({ days = 0, hours = 0, minutes = 0 }) => {
        await this.#settled;
        return world.advanceTo(world.clock.now() + ((days * 24 + hours) * 60 + minutes) * MINUTE);
      },
    };
    this.opened = this.#events.opened();
    this.#settled = this.opened;
  }

  get user(): string {
    return this.#user;
  }

  get servers(): LocalServers {
    return this.#file.world.servers;
  }

  menuTree(): MenuNode[] {
    return [...this.screen.menus];
  }

  /** Clicks a menu item; the name of the menu itself may be left out. */
  async menu(...path: string[]): Promise<Execution> {
    await this.#settled;
    return this.#run({
      fn: itemFunction(this.screen.menus, path),
      kind: 'menu',
      authMode: 'FULL',
      args: () => [],
    });
  }

  /** Runs any global function. */
  async call(fn: string, ...args: unknown[]): Promise<Execution> {
    await this.#settled;
    return this.#run({ fn, kind: 'call', authMode: 'FULL', args: () => args });
  }

  /** A call of the sidebar's page, under the rules of google.script.run. */
  async scriptRun(fn: string, ...args: unknown[]): Promise<Execution> {
    demandPublic(fn);
    const copies = args.map((arg) => copyOfArgument(arg));
    await this.#settled;
    return this.#run({ fn, kind: 'sidebar', authMode: 'FULL', args: () => copies });
  }

  /**
   * The sidebar's one door.
   * @throws ApiError with the answer's code, or LostCall where the script did not answer
   */
  // Every method answers with a value of its own; the callers of the desk know which.
  async api(
    method: string,
    payload: unknown = {},
  ): Promise<any> /* eslint-disable-line @typescript-eslint/no-explicit-any */ {
    return unwrap(await this.scriptRun('api', method, payload));
  }

  /** Drives a job until it is done or failed, and lets time pass where it waits. @returns the job's last value */
  // As for api.
  async run(job: string): Promise<any> /* eslint-disable-line @typescript-eslint/no-explicit-any */ {
    return driveJob(
      async () => (await this.api('step', { job })) as JobView,
      (moment) => this.#file.world.sleepUntil(moment),
    );
  }

  tab(name: string): Tab {
    const sheet = this.workbook.sheet(name);
    if (sheet === null) {
      throw new Error(`There is no tab “${name}”. There is: ${this.tabs({ hidden: true }).join(', ')}.`);
    }
    return new Tab(sheet, {
      user: this.#user,
      edited: async (edit) => {
        this.#file.world.changed();
        await this.#settled;
        await this.#events.edited(edit);
      },
      did: (change, edit) => {
        this.#file.world.changed();
        if (this.#events.isHeard) this.#settled = this.#settled.then(() => this.#follow(change, edit));
      },
    });
  }

  /** Names from left to right; hidden tabs only when asked for. */
  tabs(options: { hidden?: boolean } = {}): string[] {
    return this.workbook
      .sheets()
      .filter(({ hidden }) => options.hidden === true || !hidden)
      .map(({ name }) => name);
  }

  /** Answers the next alerts and prompts, in their order. */
  answer(...answers: Answer[]): void {
    this.screen.answer(...answers);
  }

  /** All triggers of the file, whoever made them. */
  triggers(): Trigger[] {
    return this.#file.script.triggers.map((trigger) => ({ ...trigger }));
  }

  /** The execution that is running then dies, once. */
  kill(when: KillWhen): void {
    this.#file.killSwitch.arm(when);
  }

  /** The same file at another person's desk: own user properties, own screen. Closes with this one. */
  as(user: string): Desk {
    this.workbook.editors.add(user);
    return new Desk(this.#file, user, () => Promise.resolve());
  }

  /** File > Make a copy: content, script and metadata come along; properties and triggers do not. */
  async copyFile(): Promise<Desk> {
    await this.#settled;
    const workbook = this.workbook.clone();
    workbook.owner = this.#user;
    const file = new OpenFile(this.#file.world, workbook, this.#file.script.addOn);
    const close = () => Promise.resolve(void file.world.files.delete(file));
    const desk = new Desk(file, this.#user, close);
    await desk.opened;
    return desk;
  }

  stores(): {
    user: Record<string, string>;
    document: Record<string, string>;
    script: Record<string, string>;
  } {
    const { documentProperties, scriptProperties } = this.#file.script;
    return {
      user: Object.fromEntries(this.#file.person(this.#user).userProperties),
      document: Object.fromEntries(documentProperties),
      script: Object.fromEntries(scriptProperties),
    };
  }

  /** Writes the spreadsheet as an .xlsx file. */
  async save(path: string): Promise<void> {
    await writeFile(path, await writeXlsx(this.workbook.xlsx()));
  }

  /** Calls the listener after every change that a page may show. @returns how to stop that */
  onChange(listener: () => void): () => void {
    const { listeners } = this.#file.world;
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  /** Ends threads and servers. Desks made by `as` and `copyFile` end with the one that was opened first. */
  async close(): Promise<void> {
    await this.#close();
  }

  #run(order: Omit<FileOrder, 'user'>): Promise<Execution> {
    return this.#file.run({ ...order, user: this.#user });
  }

  async #follow(change: ChangeType, edit: Edit | undefined): Promise<void> {
    if (change !== 'EDIT') await this.#events.changed(change);
    const isThere = edit !== undefined && this.workbook.sheetById(edit.sheet) !== null;
    if (isThere) await this.#events.edited(edit);
  }
}
