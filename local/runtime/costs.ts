/**
 * What each service call costs in virtual time: the documented cost table. Google publishes no figures; these are
 * rounded from what people measured, without jitter, so that every run repeats. Change one here and every desk
 * follows.
 */

/** What one call of a kind takes. Milliseconds. */
export interface Cost {
  readonly call: number;
  /** For each cell read or written. */
  readonly perCell?: number;
  readonly source: string;
}

const BUGBUGNOW = 'https://www.bugbugnow.net/2019/03/GoogleAppsScript-speed-up.html';
const BATCHES =
  'https://ruby-bash.developreference.com/article/29263774/What+is+faster+ScriptDb+or+SpreadsheetApp';
const STORES = 'https://ziritione.org/post/apps_script_performance';
const FETCHES = 'https://www.pre-practice.net/2020/03/urlfetchappfetchallfetch.html';
const ESTIMATE = 'our estimate: no figure was found';

export const COSTS = {
  /** Reads of the spreadsheet after something was written, or the first of an execution. */
  read: { call: 100, perCell: 0.002, source: BUGBUGNOW },
  /** Reads while nothing was written since the last: Google reads ahead. */
  cachedRead: { call: 3, perCell: 0.002, source: BUGBUGNOW },
  /** Writes are buffered … */
  write: { call: 1, perCell: 0.01, source: BATCHES },
  /** … and carried out by a flush: an explicit one, one that a read forces, or the end of the execution. */
  flush: { call: 150, perCell: 0.1, source: BATCHES },
  /** Inserting, deleting or moving tabs, rows and columns. */
  structure: { call: 200, source: ESTIMATE },
  /** Objects that are made without asking the spreadsheet. */
  navigate: { call: 0.1, source: ESTIMATE },
  propertyRead: { call: 30, source: STORES },
  propertyReadAll: { call: 40, source: STORES },
  propertyWrite: { call: 60, source: STORES },
  cacheRead: { call: 5, source: STORES },
  cacheWrite: { call: 60, source: STORES },
  lock: { call: 30, source: ESTIMATE },
  trigger: { call: 300, source: ESTIMATE },
  triggerList: { call: 100, source: ESTIMATE },
  /** Beside the time of the network, which the service charges itself. */
  fetch: { call: 100, source: FETCHES },
  mail: { call: 500, source: ESTIMATE },
  screen: { call: 50, source: ESTIMATE },
  page: { call: 5, source: ESTIMATE },
  free: { call: 0, source: 'runs within the script itself' },
} as const satisfies Record<string, Cost>;

export type CostKind = keyof typeof COSTS;

/** From a click in the sidebar until its function starts, and back. [our estimate: no figure was found] */
export const SCRIPT_RUN = 800;
/** From a menu click or a due trigger until its function starts. [our estimate: no figure was found] */
export const RUN_START = 500;

const POSITION =
  /^(getRow|getColumn|getLastRow|getLastColumn|getNumRows|getNumColumns|getWidth|getHeight|getRowIndex|getColumnIndex|getA1Notation|getSheet|getCell|getGridId|offset|getRanges)$/;
const STRUCTURE =
  /^(insert(?!Checkboxes)|delete|remove(?!Checkboxes|EditorsFrom)|move|duplicate|copyTo$|sort$|protect$|createFilter$)/;
/** Sets what is in front or selected, or prepares a search: the spreadsheet is not changed. */
const SELECTION = /^(activate|setActive|setCurrentCell|create(TextFinder|DeveloperMetadataFinder)$)/;
const READ = /^(get|is|can|find|read)/;

/** A rule for one class: the first pattern that fits a method's name gives its kind. */
type Rule = readonly [RegExp, CostKind];

const RULES: Readonly<Record<string, readonly Rule[]>> = {
  SpreadsheetApp: [
    [/^flush$/, 'flush'],
    [/^(open|create)/, 'structure'],
    [/./, 'navigate'],
  ],
  Spreadsheet: [
    [/^(toast|show)/, 'screen'],
    [/^(getActive|getId$|getUrl$|getUi|getSheet|getNumSheets|getName$|getSpreadsheet)/, 'navigate'],
    [SELECTION, 'navigate'],
    [STRUCTURE, 'structure'],
    [READ, 'read'],
    [/./, 'write'],
  ],
  Sheet: [
    [/^(getRange|getRangeList|getName|getSheetId|getIndex|getParent|getSheetName|newChart)$/, 'navigate'],
    [SELECTION, 'navigate'],
    [STRUCTURE, 'structure'],
    [READ, 'read'],
    [/./, 'write'],
  ],
  Range: [
    [POSITION, 'navigate'],
    [SELECTION, 'navigate'],
    [/^(protect|createFilter|sort|moveTo|insertCells|deleteCells|removeDuplicates)$/, 'structure'],
    [READ, 'read'],
    [/./, 'write'],
  ],
  RangeList: [
    [/^getRanges$/, 'navigate'],
    [/./, 'write'],
  ],
  Properties: [
    [/^(getProperty|getKeys)$/, 'propertyRead'],
    [/^getProperties$/, 'propertyReadAll'],
    [/./, 'propertyWrite'],
  ],
  Cache: [
    [/^get/, 'cacheRead'],
    [/./, 'cacheWrite'],
  ],
  Lock: [
    [/^hasLock$/, 'free'],
    [/./, 'lock'],
  ],
  ScriptApp: [
    [/^deleteTrigger$/, 'trigger'],
    [/^get(Project|User|Script)Triggers$/, 'triggerList'],
    [/./, 'free'],
  ],
  UrlFetchApp: [
    [/^fetch/, 'fetch'],
    [/./, 'free'],
  ],
  MailApp: [[/^sendEmail$/, 'mail']],
  Ui: [[/^show/, 'screen']],
  Menu: [[/^addToUi$/, 'screen']],
  HtmlService: [[/^create/, 'page']],
};

/** Classes of objects that stand for a part of the spreadsheet: rules of their own would say the same. */
const SPREADSHEET_PARTS =
  /^(Protection|NamedRange|Filter|DeveloperMetadata|EmbeddedChart|Banding|ConditionalFormatRule|Slicer|Group)$/;
const PART_RULES: readonly Rule[] = [
  [/^remove$/, 'structure'],
  [READ, 'read'],
  [/./, 'write'],
];

/** The kind of a call, by class and method as in Google's reference. */
export function costKind(className: string, method: string): CostKind {
  if (className.endsWith('TriggerBuilder')) return method === 'create' ? 'trigger' : 'free';
  const rules = RULES[className] ?? (SPREADSHEET_PARTS.test(className) ? PART_RULES : []);
  return rules.find(([pattern]) => pattern.test(method))?.[1] ?? 'free';
}
