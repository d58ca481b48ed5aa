/** The one error type, and the table of every code with the words a person reads. */
import { redact } from './http/redaction';

/** Whether trying the same again can help. */
export type Retry = 'now' | 'later' | 'no' | 'after fixing';

export type ErrorFamily =
  | 'settings'
  | 'sign-in'
  | 'permission'
  | 'not found'
  | 'limit'
  | 'transient'
  | 'invalid'
  | 'conflict'
  | 'quota'
  | 'bug';

interface ErrorText {
  readonly family: ErrorFamily;
  /** What happened. `{name}` is replaced by the detail of that name. */
  readonly what: string;
  /** What the person does next. */
  readonly next: string;
  readonly retry: Retry;
}

/** Every code. docs/errors.md is generated from this table. */
export const ERRORS = {
  UNKNOWN_METHOD: {
    family: 'bug',
    what: 'The sidebar asked for “{method}”, which this version does not know.',
    next: 'Close the sidebar and open it again. If it comes back, reload the spreadsheet.',
    retry: 'no',
  },
  BAD_REQUEST: {
    family: 'invalid',
    what: 'The request was not understood: {problem}.',
    next: 'Close the sidebar, open it again and try once more.',
    retry: 'after fixing',
  },
  NOT_CONNECTED: {
    family: 'settings',
    what: 'You are not connected to {provider} yet.',
    next: 'Open the sidebar and paste your {provider} API key. Each person uses their own.',
    retry: 'after fixing',
  },
  KEY_MISSING: {
    family: 'settings',
    what: 'No API key was given.',
    next: 'Paste the key that you made in {provider} ({keyPlace}).',
    retry: 'after fixing',
  },
  KEY_MALFORMED: {
    family: 'settings',
    what: 'That is not an API key of {provider}: it holds blanks, line breaks or letters that no key has.',
    next: 'Copy the key again in {provider} ({keyPlace}), alone and whole.',
    retry: 'after fixing',
  },
  KEY_REFUSED: {
    family: 'sign-in',
    what: '{provider} does not accept this API key. It may be mistyped, deleted or past its expiry date.',
    next: 'Make a new key in {provider} ({keyPlace}) and connect again.',
    retry: 'after fixing',
  },
  KEY_LACKS_RIGHTS: {
    family: 'permission',
    what: 'The API key works, but {provider} does not let it read {subject}.',
    next: 'Ask a {provider} administrator for a key with access to {subject}, then connect again.',
    retry: 'after fixing',
  },
  NO_NETWORK: {
    family: 'transient',
    what: '{provider} could not be reached.',
    next: 'Check {provider}’s status page, then try again in a few minutes. Your tab was not changed.',
    retry: 'later',
  },
  PROVIDER_TROUBLE: {
    family: 'transient',
    what: '{provider} had a problem on its side ({status}) and still had it after {attempts} attempts.',
    next: 'Try again in a few minutes. Your tab was not changed.',
    retry: 'later',
  },
  PROVIDER_GARBLED: {
    family: 'transient',
    what: '{provider} sent an answer that could not be read ({problem}).',
    next: 'Try again in a few minutes. If it stays, report it to {provider}. Your tab was not changed.',
    retry: 'later',
  },
  PROVIDER_REFUSED: {
    family: 'invalid',
    what: '{provider} refused the request: {message}',
    next: 'Refresh once more. If it stays, send this message to whoever looks after {provider}.',
    retry: 'after fixing',
  },
  NOT_FOUND: {
    family: 'not found',
    what: '{provider} does not have {subject}.',
    next: 'Refresh the tab to see what is there now.',
    retry: 'no',
  },
  RATE_LIMITED: {
    family: 'limit',
    what: '{provider} asks to wait {seconds} seconds before the next request.',
    next: 'Keep the sidebar open, or try again later.',
    retry: 'later',
  },
  FETCH_QUOTA: {
    family: 'quota',
    what: 'Google’s daily allowance of outgoing requests is used up.',
    next: 'Try again tomorrow: Google counts 24 hours from the first request.',
    retry: 'later',
  },
  FETCH_BURST: {
    family: 'quota',
    what: 'Google asks this file to send its requests more slowly.',
    next: 'Wait a minute, then try again. Your tab was not changed.',
    retry: 'later',
  },
  URL_TOO_LONG: {
    family: 'limit',
    what: 'Asking {provider} for {subject} would need a longer web address than Google allows.',
    next: 'Choose fewer fields.',
    retry: 'after fixing',
  },
  INCOMPLETE_READ: {
    family: 'transient',
    what: 'The list of {subject} could not be read to its end: {problem}.',
    next: 'Try again in a few minutes. Your tab was not changed.',
    retry: 'later',
  },
  OUT_OF_TIME: {
    family: 'limit',
    what: 'Reading {subject} takes longer than Google allows for one run.',
    next: 'Choose fewer fields or rows, then try again.',
    retry: 'after fixing',
  },
  UNKNOWN_PROVIDER: {
    family: 'invalid',
    what: 'There is no platform called “{provider}”.',
    next: 'Choose one of: {known}.',
    retry: 'no',
  },
  UNKNOWN_RESOURCE: {
    family: 'invalid',
    what: '{provider} has nothing called “{resource}” here.',
    next: 'Choose one of: {known}.',
    retry: 'no',
  },
  UNKNOWN_FIELD: {
    family: 'invalid',
    what: '{provider} has no field “{field}” for {subject}, or it was deleted or hidden there.',
    next: 'Remove it from the chosen fields.',
    retry: 'after fixing',
  },
  TOO_MANY_FIELDS: {
    family: 'limit',
    what: 'More fields were chosen than one tab can remember.',
    next: 'Choose fewer fields. Nothing was changed.',
    retry: 'after fixing',
  },
  BAD_FILTER: {
    family: 'invalid',
    what: 'A filter cannot be used: {problem}.',
    next: 'Change or remove that filter. Nothing was changed.',
    retry: 'after fixing',
  },
  UNKNOWN_JOB: {
    family: 'not found',
    what: 'That run is not known any more.',
    next: 'Start it again.',
    retry: 'no',
  },
  BUSY: {
    family: 'conflict',
    what: '{who} is already refreshing {tab}, since {since}.',
    next: 'Wait until it is done, or stop it in the sidebar; nothing was changed by your request.',
    retry: 'later',
  },
  REPORT_NOT_SENT: {
    family: 'invalid',
    what: '“{report}” is a report: nothing in it is sent.',
    next: 'Make the change in the tab of the apps, contracts or users that it was made from, and send it from there.',
    retry: 'no',
  },
  FIELD_UNFIT: {
    family: 'invalid',
    what: '“{field}” cannot take what the report found: {problem}.',
    next: 'Choose a field of your own for the apps that has the choices Yes and No. Nothing was sent.',
    retry: 'after fixing',
  },
  COLUMN_MISSING: {
    family: 'conflict',
    what: 'The column “{column}” is not in the tab “{tab}”.',
    next: 'Add it with “Fields and filters” in the sidebar and refresh the tab, then try again.',
    retry: 'after fixing',
  },
  NOT_WRITABLE: {
    family: 'invalid',
    what: '{provider} takes no changes of {subject} that SaaS Ledger could send.',
    next: 'Change them in {provider} itself, then refresh the tab.',
    retry: 'no',
  },
  UNKNOWN_PLAN: {
    family: 'not found',
    what: 'That preview is not there any more: a newer one took its place, or it was sent already.',
    next: 'Preview the edits again. Nothing was sent.',
    retry: 'after fixing',
  },
  PLAN_OUTDATED: {
    family: 'conflict',
    what: 'Something changed since the preview: {moved}',
    next: 'Preview again to see what would be sent now. Nothing was sent.',
    retry: 'after fixing',
  },
  NOTHING_TO_SEND: {
    family: 'invalid',
    what: 'Nothing in this preview is chosen that could be sent.',
    next: 'Tick at least one change. Problems have to be mended in the tab first.',
    retry: 'after fixing',
  },
  CONFIRM_FIRST: {
    family: 'invalid',
    what: 'What is to be sent can set off more than the change itself: {question}',
    next: 'Confirm that, or take these changes out. Nothing was sent.',
    retry: 'after fixing',
  },
  NOT_DELETABLE: {
    family: 'invalid',
    what: '{provider} lets nobody delete {subject} through its API.',
    next: 'Archive or remove them in {provider} itself, then refresh the tab.',
    retry: 'no',
  },
  PUSH_UNDER_WAY: {
    family: 'conflict',
    what: '{who} is sending edits of {tab} right now, since {since}.',
    next: 'Wait until that is done, or stop it in the sidebar; then try again.',
    retry: 'later',
  },
  NO_EDITS: {
    family: 'not found',
    what: 'There is no tab with edits to review.',
    next: 'Open the tab that you edited, then try again.',
    retry: 'after fixing',
  },
  NOTHING_SELECTED: {
    family: 'invalid',
    what: 'No row of “{tab}” is selected that could be deleted.',
    next: 'Select the rows of the {subject} in that tab, then try again.',
    retry: 'after fixing',
  },
  NOTHING_TO_UNDO: {
    family: 'not found',
    what: 'There is no push in the Push journal that could be undone.',
    next: 'Nothing to do. Pushes that the journal does not hold any more cannot be undone here.',
    retry: 'no',
  },
  KEY_CANNOT_WRITE: {
    family: 'permission',
    what: 'The API key works, but {provider} does not let it change {subject}.',
    next: 'Ask a {provider} administrator for a key that may change {subject}, connect again, and preview again.',
    retry: 'after fixing',
  },
  PUSH_STOPPED: {
    family: 'transient',
    what: 'The push ended early: {reason}',
    next: 'What was sent stays sent, as the Push journal says; the rest kept its edits. Preview again when this is mended.',
    retry: 'after fixing',
  },
  UNKNOWN_TARGET: {
    family: 'invalid',
    what: 'Nothing called “{target}” can be uploaded.',
    next: 'Choose one of: {known}.',
    retry: 'no',
  },
  UNKNOWN_COLUMN: {
    family: 'invalid',
    what: 'The tab “{tab}” has no column “{column}”.',
    next: 'Choose one of its columns: {known}. Nothing was sent.',
    retry: 'after fixing',
  },
  EMPTY_TAB: {
    family: 'invalid',
    what: 'The tab “{tab}” has no rows below a header.',
    next: 'Paste the export into it, with its header in the first row. Nothing was sent.',
    retry: 'after fixing',
  },
  UPLOAD_PROBLEMS: {
    family: 'invalid',
    what: '{count} of “{tab}” cannot be sent: {first}',
    next: 'Mend them, or choose to leave bad rows out, and check again. Nothing was sent.',
    retry: 'after fixing',
  },
  UPLOAD_CHANGED: {
    family: 'conflict',
    what: 'The tab “{tab}”, or what was chosen for it, has changed since it was checked.',
    next: 'Check it again, and send what that shows. Nothing was sent.',
    retry: 'after fixing',
  },
  NO_PLACE: {
    family: 'invalid',
    what: 'Nobody has chosen which {place} of {provider} this goes to.',
    next: 'Choose one, or make one. {help} Nothing was sent.',
    retry: 'after fixing',
  },
  PLACE_REFUSED: {
    family: 'invalid',
    what: '{provider} did not make the {place} “{title}”: {message}',
    next: 'Choose another app or name. {more}',
    retry: 'after fixing',
  },
  PLACE_UNCONFIRMED: {
    family: 'transient',
    what: '{provider} did not say whether the {place} “{title}” was made, and it is not to be found.',
    next: 'Look for it in {provider} in a few minutes before you make it again.',
    retry: 'later',
  },
  SYNC_RUNNING: {
    family: 'conflict',
    what: '{provider} is still busy with an earlier upload to the same place, and takes one at a time.',
    next: 'Ask whoever started it, or wait: it is tried again by itself for {hours} hours at most. The file is with {provider} already.',
    retry: 'later',
  },
  SYNC_OPEN: {
    family: 'conflict',
    what: 'A sync of this {place} was begun on {since} and never finished; {provider} takes one at a time.',
    next: 'Choose to go on with it, which is safe if it was yours, or to abort it, which discards what it holds. Nothing was sent.',
    retry: 'after fixing',
  },
  ADDRESS_REFUSED: {
    family: 'transient',
    what: 'The address that {provider} gave for the file did not take it ({status}).',
    next: 'Send it again: a new address is asked for. Nothing was changed in {provider}.',
    retry: 'now',
  },
  UPLOAD_REFUSED: {
    family: 'invalid',
    what: '{provider} did not take the upload: {message}',
    next: 'Mend what it names, check again and send; rows that it names are marked in the tab. {after}',
    retry: 'after fixing',
  },
  UPLOAD_UNCONFIRMED: {
    family: 'transient',
    what: '{provider} did not say whether it began to work on the upload, and nothing there tells.',
    next: 'Look at {where} in {provider}. If nothing arrives there, send it again.',
    retry: 'later',
  },
  PARSING_FAILED: {
    family: 'invalid',
    what: '{provider} could not read the expense file.',
    next: 'Check the columns for date, description and amount, choose manual reading with one date format, and send it again.',
    retry: 'after fixing',
  },
  UPLOAD_UNDER_WAY: {
    family: 'conflict',
    what: '{who} is uploading {tab} to the same place right now, since {since}.',
    next: 'Wait until that is done, or stop it in the sidebar; then try again. Nothing was sent by your request.',
    retry: 'later',
  },
  UPLOAD_STOPPED: {
    family: 'transient',
    what: 'The upload ended early: {reason}',
    next: 'The Uploads tab says how far it came. Check the tab again and send it once this is mended.',
    retry: 'after fixing',
  },
  PLACE_WITHOUT_APP: {
    family: 'invalid',
    what: 'Nobody has said which app of {provider} the {place} “{title}” belongs to.',
    next: 'Choose its app where the {place} is chosen, then check again.',
    retry: 'after fixing',
  },
  NOT_COMPARABLE: {
    family: 'invalid',
    what: '{provider} lists the users of an app and nothing else that {what} could be compared with.',
    next: 'Look in {provider} itself whether they have arrived.',
    retry: 'no',
  },
  NOT_SPLIT: {
    family: 'invalid',
    what: '“{tab}” is not a list of texts in one column, with the same number of commas in each, that could be split.',
    next: 'Look whether a quotation mark is missing in it, or import the file anew with File > Import.',
    retry: 'after fixing',
  },
  UNKNOWN_UPLOAD: {
    family: 'not found',
    what: 'What was sent then is not kept in this file any more.',
    next: 'Only the latest upload of each tab is kept. Check and send the tab anew where you need it.',
    retry: 'no',
  },
  UNKNOWN_TAB: {
    family: 'not found',
    what: 'This file has no tab “{tab}” that this can be done with.',
    next: 'Check its name. What is refreshed or pushed has to be pulled first.',
    retry: 'after fixing',
  },
  NO_SCHEDULE: {
    family: 'not found',
    what: '“{tab}” has no schedule.',
    next: 'Open the sidebar again to see what there is now, or set a schedule for it.',
    retry: 'after fixing',
  },
  TOO_MANY_TRIGGERS: {
    family: 'quota',
    what: 'Google does not let SaaS Ledger set another timer for you at the moment.',
    next: 'Try again tomorrow: Google counts how many are made in a day. Nothing was saved.',
    retry: 'later',
  },
  OWNER_NOT_CONNECTED: {
    family: 'settings',
    what: '{owner} runs this schedule and is not connected to {provider} any more.',
    next: '{owner} connects again in the sidebar, or somebody else who is connected takes the schedule over there.',
    retry: 'after fixing',
  },
  OWNER_KEY_REFUSED: {
    family: 'sign-in',
    what: 'The {provider} key of {owner}, who runs this schedule, stopped working.',
    next: '{owner} makes a new key in {provider} ({keyPlace}) and connects again in the sidebar, or somebody else who is connected takes the schedule over there.',
    retry: 'after fixing',
  },
  SCHEDULE_LATE: {
    family: 'permission',
    what: 'This tab should have been refreshed on {due}, and Google did not start it for {owner}.',
    next: '{owner} saves the schedule again in the sidebar, or somebody else who is connected takes it over there.',
    retry: 'after fixing',
  },
  TAB_GONE: {
    family: 'not found',
    what: 'The tab “{tab}” does not exist any more.',
    next: 'Pull it again to make a new one.',
    retry: 'after fixing',
  },
  MEMORY_GONE: {
    family: 'not found',
    what: 'What the platform said at the last refresh of “{tab}” is not in the file any more, so nobody can tell what was edited there.',
    next: 'Refresh “{tab}”. What it says otherwise than the platform is then marked as a conflict, and nothing of it is lost.',
    retry: 'after fixing',
  },
  TAB_TAKEN: {
    family: 'conflict',
    what: 'A tab named “{tab}” exists already and is not one of SaaS Ledger’s.',
    next: 'Rename that tab, then pull again. Nothing in it was changed.',
    retry: 'after fixing',
  },
  TAB_PROTECTED: {
    family: 'permission',
    what: 'Somebody protected “{tab}”, or cells of it, against changes by you.',
    next: 'Ask the owner of the file to let you edit them, then refresh again. What was written before that cell stays; nothing is lost.',
    retry: 'after fixing',
  },
  RULE_REFUSES: {
    family: 'conflict',
    what: 'Cell {cell} of “{tab}” has a rule for its contents that refuses what the platform says.',
    next: 'Open Data → Data validation for that cell and choose “Show a warning”, or remove the rule; then refresh again.',
    retry: 'after fixing',
  },
  TAB_OF_ANOTHER: {
    family: 'conflict',
    what: 'The tab “{tab}” shows {resource} already.',
    next: 'Choose another name for the tab. Nothing was changed.',
    retry: 'after fixing',
  },
  SETTINGS_NEWER: {
    family: 'settings',
    what: 'A newer version of SaaS Ledger wrote the settings of this file.',
    next: 'Reload the spreadsheet to get the newer version, then change them again.',
    retry: 'after fixing',
  },
  KEY_COLUMN_GONE: {
    family: 'conflict',
    what: 'The “{column}” column of “{tab}” is missing, so its rows cannot be told apart.',
    next: 'Undo its deletion (Ctrl+Z), or bring the header back into row 1. To start over, move your own columns to another tab, delete this one and pull again. Nothing was changed.',
    retry: 'after fixing',
  },
  STATUS_COLUMN_GONE: {
    family: 'conflict',
    what: 'The Status column of “{tab}” is missing, so the tab does not say which rows were not sent.',
    next: 'Undo its deletion (Ctrl+Z). The tab “Push journal” names what was not sent as well.',
    retry: 'after fixing',
  },
  DUPLICATE_ROWS: {
    family: 'conflict',
    what: 'In “{tab}”, rows {rows} have the same {column}: {id}.',
    next: 'Delete the copy that you do not need, then refresh. Nothing was changed.',
    retry: 'after fixing',
  },
  FILE_FULL: {
    family: 'limit',
    what: 'The file would pass Google’s limit of 10 million cells.',
    next: 'Delete tabs or columns that you do not need, or pull into another file.',
    retry: 'after fixing',
  },
  STORE_TOO_LARGE: {
    family: 'limit',
    what: 'A setting is larger than Google lets an add-on keep (“{key}”).',
    next: 'Report this: it is a fault in SaaS Ledger.',
    retry: 'no',
  },
  BUG: {
    family: 'bug',
    what: 'Something went wrong inside SaaS Ledger: {problem}',
    next: 'Try again. If it comes back, report this message.',
    retry: 'now',
  },
} as const satisfies Record<string, ErrorText>;

export type ErrorCode = keyof typeof ERRORS;

/** Where it happened, as far as it is known. */
export interface ErrorPlace {
  readonly tab?: string;
  readonly row?: number;
  readonly field?: string;
  readonly resource?: string;
}

/** The error as it crosses to the sidebar. */
export interface ErrorJson {
  readonly code: ErrorCode;
  readonly what: string;
  readonly where?: ErrorPlace;
  readonly next: string;
  readonly retry: Retry;
}

export type ErrorDetails = Readonly<Record<string, string | number>>;

/**
 * The only error that src/ throws on purpose. `details` fill the words of the code's text; secrets in them
 * are masked here, so that no message can carry one.
 */
export class AppError extends Error {
  readonly what: string;
  readonly next: string;
  readonly retry: Retry;

  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
    readonly where?: ErrorPlace,
    options?: { readonly cause?: unknown },
  ) {
    const text: ErrorText = ERRORS[code];
    const what = redact(fill(text.what, details));
    super(`${code}: ${what}`);
    this.name = 'AppError';
    this.what = what;
    this.next = redact(fill(text.next, details));
    this.retry = text.retry;
    if (options && 'cause' in options) (this as { cause?: unknown }).cause = options.cause;
  }

  toJSON(): ErrorJson {
    return {
      code: this.code,
      what: this.what,
      ...(this.where ? { where: this.where } : {}),
      next: this.next,
      retry: this.retry,
    };
  }

  /** Turns whatever was thrown into an AppError; what nobody foresaw becomes BUG. */
  static from(thrown: unknown): AppError {
    if (thrown instanceof AppError) return thrown;
    const problem = thrown instanceof Error ? thrown.message : String(thrown);
    return new AppError('BUG', { problem }, undefined, { cause: thrown });
  }
}

function fill(text: string, details: ErrorDetails): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = details[name];
    return value === undefined ? whole : String(value);
  });
}
