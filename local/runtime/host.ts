/** What the local Apps Script services are given: the file, the person, the screen, the network and the time. */
import type { Workbook } from './workbook/workbook';

/**
 * Time that moves only when it is charged for. All services and servers read this clock, so quotas, rate
 * limits and the six minutes bite without anybody waiting.
 */
export interface VirtualClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Time passes because something was done. */
  charge(milliseconds: number): void;
  /** Time passes because the script asked to wait; at a desk in real time, it really does. */
  pause(milliseconds: number): void | Promise<void>;
  /** Time that others have spent while the script waited for them: it has passed already, and counts as its own. */
  idle(milliseconds: number): void;
}

/** How far a running function may go. https://developers.google.com/apps-script/guides/services/authorization */
export type AuthMode = 'NONE' | 'LIMITED' | 'CUSTOM_FUNCTION' | 'FULL';

/** A value store of PropertiesService. */
export type PropertyStore = Map<string, string>;

export interface CacheEntry {
  value: string;
  /** Virtual milliseconds since 1970. */
  expires: number;
}

export interface StoredTrigger {
  readonly id: string;
  readonly handler: string;
  readonly owner: string;
  readonly type: 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT';
  /** For clock triggers: when it fires next, and the period in ms for recurring ones. */
  nextAt?: number;
  readonly every?: number;
  readonly created: number;
  /** A one-shot trigger stays listed, disabled, after it has fired, until the script deletes it. */
  fired?: boolean;
}

/** One spreadsheet with the script bound to it or the add-on enabled in it: shared by everyone who opens it. */
export interface ScriptFile {
  readonly id: string;
  /** Bound to this file by clasp, or installed as a published add-on: decides the limits of triggers. */
  readonly addOn: 'bound' | 'published';
  readonly workbook: Workbook;
  readonly documentProperties: PropertyStore;
  readonly scriptProperties: PropertyStore;
  readonly documentCache: Map<string, CacheEntry>;
  readonly scriptCache: Map<string, CacheEntry>;
  readonly triggers: StoredTrigger[];
  /** Locks in force, by kind (“document”, “script”, “user:<e-mail>”), with the execution that holds each. */
  readonly locks: Map<string, number>;
  /** Files of the pushed project other than code: name without ending → text (HtmlService). */
  readonly htmlFiles: ReadonlyMap<string, string>;
  /** Name of the script project: heads the menu of createAddonMenu. */
  readonly projectName?: string;
  /** From the manifest: the time zone of the script, which is not the spreadsheet's. */
  readonly timeZone?: string;
  /** From the manifest: the scopes asked for; absent where Google would work them out from the code. */
  readonly oauthScopes?: readonly string[];
  /** From the manifest: prefixes that every fetched URL must match; absent where any may be fetched. */
  readonly urlFetchWhitelist?: readonly string[];
}

/** One Google account. */
export interface Person {
  readonly email: string;
  readonly userProperties: PropertyStore;
  readonly userCache: Map<string, CacheEntry>;
  /** Daily counters, such as “urlfetch” or “email”: used so far, and when the 24 hours began. */
  readonly quotas: Map<string, { used: number; since: number }>;
}

export interface RequestLog {
  readonly method: string;
  /** As the script asked for it, not the local address that answered. */
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  /** 0 where no answer came. */
  readonly status: number;
  /** Virtual milliseconds since 1970, when it was sent. */
  readonly at: number;
  /** Size of the answer. */
  readonly bytes: number;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly htmlBody?: string;
  /** Comma-separated addresses. */
  readonly cc?: string;
  readonly bcc?: string;
  readonly replyTo?: string;
  /** Name of the sender. */
  readonly name?: string;
  /** Names of the files attached. */
  readonly attachments?: readonly string[];
}

export interface Dialog {
  readonly kind: 'alert' | 'prompt' | 'modal' | 'modeless' | 'sidebar';
  readonly title: string;
  /** Plain message of alerts and prompts; HTML of the others. */
  readonly text: string;
  /** Names of the buttons offered, such as OK and CANCEL. */
  readonly buttons?: readonly string[];
  /** Pixels, where the script has said so; a sidebar is always 300 wide. */
  readonly width?: number;
  readonly height?: number;
  /** The button pressed, once answered. */
  answer?: string;
}

export interface MenuNode {
  readonly label: string;
  /** Function that the item runs; absent for menus and separators. */
  readonly fn?: string;
  readonly children?: readonly MenuNode[];
  readonly separator?: boolean;
}

/** What a person sees, and how they answer. In tests the answers come from a queue; in the workbench, from the page. */
export interface Screen {
  readonly interactive: boolean;
  showMenu(menu: MenuNode): void;
  toast(message: string, title: string, seconds: number): void;
  /** alert and prompt: resolves with the button's name (“OK”, “CANCEL”, “YES”, “NO”, “CLOSE”) and the text typed. */
  ask(dialog: Dialog): Promise<{ button: string; text: string }>;
  /** Sidebars and HTML dialogs: shown, not waited for. */
  show(dialog: Dialog): void;
  /** A script brought a tab to the front; `cell` is the first of what it selected there. */
  activate(sheetName: string, cell?: { readonly row: number; readonly column: number }): void;
}

/** The way to real HTTP: hands requests for a provider's host name to the server that stands in for it. */
export interface Network {
  /** Base URL that stands in for a host name, or undefined where the name is not known here. */
  route(host: string): string | undefined;
  log(entry: RequestLog): void;
}

/** One run of one function. */
export interface ExecutionContext {
  readonly id: number;
  readonly fn: string;
  readonly kind: 'menu' | 'sidebar' | 'trigger' | 'simple' | 'call';
  readonly authMode: AuthMode;
  readonly startedAt: number;
}

/** The executions at work: one that waits for another, or for a person, leaves them meanwhile. */
export interface Company {
  readonly count: number;
  begin(): void;
  end(): void;
}

export interface Host {
  readonly clock: VirtualClock;
  readonly file: ScriptFile;
  readonly person: Person;
  readonly screen: Screen;
  readonly network: Network;
  readonly execution: ExecutionContext;
  /** Seeded, so that every run repeats: 0 ≤ n < 1. */
  random(): number;
  readonly mails: Mail[];
  /** Lines of Logger and console. */
  readonly logLines: string[];
  /** Absent where no other execution can be at work. */
  readonly company?: Company;
}
