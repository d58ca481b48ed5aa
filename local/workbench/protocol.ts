/** What the workbench's page and its server say to each other: plain JSON over HTTP. */

/** A tab as the strip and the grid need it; rows and columns count from 1. */
export interface TabView {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly columns: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly rightToLeft: boolean;
  readonly defaultWidth: number;
  readonly defaultHeight: number;
  /** Pairs of position and pixels, where a size was set. */
  readonly columnWidths: readonly (readonly [column: number, pixels: number])[];
  readonly rowHeights: readonly (readonly [row: number, pixels: number])[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly charts: readonly ChartView[];
}

/** A chart of bars, lying or standing, with what its cells say now. */
export interface ChartView {
  readonly id: number;
  readonly type: 'bar' | 'column';
  readonly title: string;
  /** The cell at whose corner it hangs, and pixels from there. */
  readonly row: number;
  readonly column: number;
  readonly left: number;
  readonly top: number;
  readonly bars: readonly ChartBar[];
}

export interface ChartBar {
  readonly name: string;
  readonly amount: number;
  /** The amount as its cell shows it. */
  readonly text: string;
}

/** How cells look; only what differs from a plain cell. */
export interface CellLook {
  readonly background?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly line?: 'underline' | 'line-through';
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  /** Points. */
  readonly size?: number;
}

/** A cell that is more than a text. */
export interface RichCell {
  /** As displayed. */
  readonly text: string;
  /** What a person would have typed, where that is not the displayed text. */
  readonly typed?: string;
  /** Index into `looks`. */
  readonly look?: number;
  readonly note?: string;
  /** Why the cell is flagged: what it holds breaks a rule that only warns. */
  readonly warning?: string;
  /** State of a checkbox, and what ticking or unticking types. */
  readonly checkbox?: { readonly on: boolean; readonly toggled: string };
  /** Index into `lists`. */
  readonly list?: number;
}

/** null: empty; a string: the displayed text of a plain cell. */
export type CellView = null | string | RichCell;

/** Rows from `from`; each stops at its last cell that is not empty. */
export interface RowsView {
  readonly tab: number;
  readonly version: number;
  readonly from: number;
  readonly rows: readonly (readonly CellView[])[];
  readonly looks: readonly CellLook[];
  readonly lists: readonly (readonly string[])[];
}

export interface MenuView {
  readonly label: string;
  readonly fn?: string;
  readonly children?: readonly MenuView[];
  readonly separator?: boolean;
}

/** A question of the script, which waits for the answer. */
export interface QuestionView {
  readonly id: number;
  readonly kind: 'alert' | 'prompt';
  readonly title: string;
  readonly text: string;
  readonly buttons: readonly string[];
}

/** A page of the script: the sidebar or a dialog. */
export interface FrameView {
  readonly id: number;
  readonly kind: 'sidebar' | 'modal' | 'modeless';
  readonly title: string;
  readonly html: string;
  readonly width: number;
  readonly height?: number;
}

export interface ToastView {
  readonly id: number;
  readonly title: string;
  readonly message: string;
  /** Stays until closed where it is negative, as in Apps Script. */
  readonly seconds: number;
}

/** Everything of the desk that is on screen, sent whole whenever something in it changed. */
export interface ScreenState {
  readonly title: string;
  /** Grows with every change of the file. */
  readonly version: number;
  readonly activeTab: number;
  /** How often a script has selected cells, and the first of the last ones: the page goes there whenever it grows. */
  readonly led: { readonly times: number; readonly row: number; readonly column: number };
  readonly tabs: readonly TabView[];
  readonly menus: readonly MenuView[];
  readonly questions: readonly QuestionView[];
  readonly frames: readonly FrameView[];
  readonly toasts: readonly ToastView[];
  /** Functions that are running now. */
  readonly running: readonly string[];
  /** Virtual milliseconds since 1970. */
  readonly now: number;
  readonly timeZone: string;
  readonly locale: string;
  /** Grows whenever something behind the scenes happened. */
  readonly behind: number;
  readonly real: RealProvider | null;
  /** They open the local tenants only, so they are no secret; none where a real platform is used. */
  readonly localKeys: readonly { readonly title: string; readonly apiKey: string }[];
}

/** The workbench points at the real platform. */
export interface RealProvider {
  readonly provider: string;
  readonly title: string;
  /** Variable that holds the key; the key itself never reaches the page. */
  readonly variable: string;
  readonly keyFound: boolean;
}

export interface RequestView {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly at: number;
  readonly bytes: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface ExecutionView {
  readonly id: number;
  readonly fn: string;
  readonly kind: string;
  readonly startedAt: number;
  readonly seconds: number;
  readonly outcome: string;
  readonly calls: number;
  readonly requests: number;
  readonly error?: string;
  readonly logs: readonly string[];
}

export interface TriggerView {
  readonly handler: string;
  readonly type: string;
  readonly owner: string;
  readonly nextAt: number | null;
}

export interface MailView {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

/** What happens behind the scenes; the newest first. */
export interface BehindView {
  readonly requests: readonly RequestView[];
  readonly requestCount: number;
  readonly serviceCalls: readonly (readonly [call: string, count: number])[];
  readonly executions: readonly ExecutionView[];
  readonly triggers: readonly TriggerView[];
  /** What the script sent; nothing leaves this computer. */
  readonly mails: readonly MailView[];
  /** The local tenants; none where the real platform is used. */
  readonly tenants: readonly TenantView[];
}

export type ProviderId = 'torii' | 'zluri';

export interface TenantView {
  readonly provider: ProviderId;
  readonly title: string;
  readonly apiKey: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly records: readonly { readonly id: number | string; readonly name: string }[];
  /** Where custom integrations upload to, as the platform's own page shows it. */
  readonly places: {
    readonly title: string;
    readonly list: readonly { readonly id: string; readonly name: string }[];
  };
  readonly keyRevoked: boolean;
}

/** One text typed into one cell. */
export interface TypedCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A block of cells. */
export interface BlockView {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Paths and bodies of what the page asks the server to do; each answers `{}` or `{error}`. */
export interface Commands {
  type: { tab: number; cells: readonly TypedCell[] };
  structure: {
    tab: number;
    action: 'insertRows' | 'deleteRows' | 'insertColumns' | 'deleteColumns';
    at: number;
    count: number;
  };
  move: { tab: number; column: number; to: number };
  sort: { tab: number; column: number; ascending: boolean };
  resize: { tab: number; column: number; pixels: number };
  /** The script asks for it; the page is told nothing new. */
  select: { tab: number; block: BlockView };
  hideRow: { tab: number; row: number };
  /** Only rows are left that show the same in that column as this one does. */
  filter: { tab: number; row: number; column: number };
  /** Whatever hides them. */
  showRows: { tab: number };
  note: { tab: number; row: number; column: number; text: string };
  tab: { action: 'activate' | 'rename' | 'delete' | 'duplicate'; tab: number; name?: string };
  newTab: Record<string, never>;
  /** Labels from the menu's name down to the item. */
  menu: { path: readonly string[] };
  answer: { question: number; button: string; text: string };
  closeFrame: { frame: number };
  advance: { minutes: number };
  fault: { provider: ProviderId; fault: FaultName };
  remote: { provider: ProviderId; action: 'rename' | 'remove' | 'add'; id?: number | string; name?: string };
  connectReal: Record<string, never>;
}

export type Command = keyof Commands;

export const FAULTS = {
  rateLimit: 'Next list answers “too many requests”, wait 30 s',
  badGateway: 'Next list answers 502 once',
  cut: 'Next list is cut off in the middle',
  slow: 'Next list takes 20 s longer',
  malformed: 'Next list is not valid JSON',
  html: 'Next list is an HTML page',
  repeatedPage: 'Next list shows its page over and over',
  revokeKey: 'Revoke the key',
  restoreKey: 'Restore the key',
} as const;

export type FaultName = keyof typeof FAULTS;

/** A call of google.script.run, and what became of it. */
export interface ScriptCall {
  readonly fn: string;
  readonly args: readonly unknown[];
}

export type ScriptAnswer =
  | { readonly ok: true; readonly value: unknown; readonly now: number }
  | { readonly ok: false; readonly message: string; readonly name: string; readonly now: number };
