/** Turns a formula as Sheets writes it into one that IronCalc understands. */
import { localeFacts } from '../cells/locale';
import {
  formulaTokens,
  referenceText,
  type Corner,
  type FormulaToken,
  type Reference,
} from './reference-tokens';

/** A block of cells on a tab, first and last included. */
export interface Area {
  readonly sheet: string;
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

export interface Translation {
  /** With its leading `=`. */
  readonly input: string;
  /** The cells that the formula reads. */
  readonly areas: readonly Area[];
  /** The one cell that the formula repeats, as `=B2` does. */
  readonly repeats?: Area;
  /** The formula works out at run time which cells it reads. */
  readonly readsAnything: boolean;
}

export interface TranslationContext {
  /** The tab that holds the formula. */
  readonly sheet: string;
  /** Tab names in lower case → the tab's own name and its name in the model. */
  readonly tabs: ReadonlyMap<string, { readonly name: string; readonly alias: string }>;
  /** Where ranges without an end stop: past everything that any tab holds. */
  readonly bounds: { readonly rows: number; readonly columns: number };
  readonly locale: string;
  /** What stands for `TODAY()` and `NOW()`; absent where the machine's own clock may answer. */
  readonly clock?: { readonly today: string; readonly now: string };
}

/** What IronCalc answers with `#ERROR!`. */
export const UNREADABLE = '=)';

type Rewrite = (args: readonly string[], context: TranslationContext) => string | undefined;

/** Functions of Sheets that IronCalc lacks or that must not read the machine's clock. */
const REWRITES: Record<string, Rewrite> = {
  // A link shows its label, or its address where it has none.
  HYPERLINK: (args) => `(${args[args.length - 1]})`,
  ARRAYFORMULA: (args) => `(${args.join(',')})`,
  TO_TEXT: (args) => `(${args.join(',')}&"")`,
  JOIN: ([separator, ...rest]) => `TEXTJOIN(${separator},FALSE,${rest.join(',')})`,
  TODAY: (_, context) => context.clock?.today,
  NOW: (_, context) => context.clock?.now,
};

/** The formula in IronCalc's words, and the cells it reads. References to tabs that do not exist become `#REF!`. */
export function translate(formula: string, context: TranslationContext): Translation {
  const tokens = withEnglishSigns(formulaTokens(formula), context.locale);
  if (hasStrayOperand(tokens)) return { input: UNREADABLE, areas: [], readsAnything: false };
  const areas: Area[] = [];
  const written = tokens.map((token) => {
    if (token.kind !== 'reference') return token;
    const bounded = boundedReference(token, context);
    if (bounded === null) return { kind: 'sign', text: '#REF!' } as const;
    areas.push(bounded.area);
    return { ...token, text: bounded.text };
  });
  const [, only, ...more] = tokens;
  const isRepeat = only?.kind === 'reference' && only.to === undefined && more.length === 0;
  return {
    input: rewriteCalls(written, context),
    areas,
    ...(isRepeat && areas[0] && { repeats: areas[0] }),
    readsAnything: tokens.some((token) => token.kind === 'name' && /^(INDIRECT|OFFSET)$/i.test(token.text)),
  };
}

/** Two values side by side with no sign between them, which IronCalc would pass over in silence. */
function hasStrayOperand(tokens: readonly FormulaToken[]): boolean {
  const solid = tokens.filter((token) => token.text.trim() !== '');
  const isOperand = (token: FormulaToken | undefined): boolean =>
    token !== undefined && token.kind !== 'sign';
  return solid.some((token, index) => {
    const before = solid[index - 1];
    return isOperand(token) && before?.kind !== 'sheet' && (isOperand(before) || before?.text === ')');
  });
}

/**
 * Semicolons separate arguments in every locale. In a locale with a decimal comma, a formula that has them is
 * written in that locale, so that commas between digits are decimal ones.
 */
function withEnglishSigns(tokens: readonly FormulaToken[], locale: string): FormulaToken[] {
  const isLocal = localeFacts(locale).decimal === ',' && tokens.some((token) => /^[;\\]$/.test(token.text));
  let braces = 0;
  return tokens.map((token, index) => {
    if (token.kind !== 'sign') return token;
    if (token.text === '{') braces++;
    if (token.text === '}') braces--;
    if (token.text === ';' && braces === 0) return { kind: 'sign', text: ',' };
    if (token.text === '\\' && isLocal) return { kind: 'sign', text: ',' };
    const isBetweenDigits = tokens[index - 1]?.kind === 'number' && tokens[index + 1]?.kind === 'number';
    return token.text === ',' && isLocal && isBetweenDigits ? { kind: 'sign', text: '.' } : token;
  });
}

function boundedReference(
  reference: Reference,
  context: TranslationContext,
): { text: string; area: Area } | null {
  const tab = context.tabs.get((reference.sheet ?? context.sheet).toLowerCase());
  if (tab === undefined) return null;
  const { from, to } = reference;
  const rows = sorted(from.row ?? 1, to === undefined ? (from.row ?? 1) : (to.row ?? context.bounds.rows));
  const columns = sorted(
    from.column ?? 1,
    to === undefined ? (from.column ?? 1) : (to.column ?? context.bounds.columns),
  );
  const area = {
    sheet: tab.name,
    firstRow: rows[0],
    firstColumn: columns[0],
    lastRow: rows[1],
    lastColumn: columns[1],
  };
  const sheet = reference.sheet === undefined ? {} : { sheet: tab.alias };
  const start: Corner = { ...from, row: from.row ?? rows[0], column: from.column ?? columns[0] };
  if (to === undefined) return { text: referenceText({ ...sheet, from: start }), area };
  const end: Corner = { ...to, row: to.row ?? rows[1], column: to.column ?? columns[1] };
  return { text: referenceText({ ...sheet, from: start, to: end }), area };
}

function sorted(a: number, b: number): [number, number] {
  return a <= b ? [a, b] : [b, a];
}

interface OpenCall {
  readonly name: string;
  readonly args: string[];
  readonly isCall: boolean;
}

/** Joins the tokens, innermost calls first, putting another expression for the calls that have a rewrite. */
function rewriteCalls(tokens: readonly FormulaToken[], context: TranslationContext): string {
  const open: OpenCall[] = [{ name: '', args: [''], isCall: false }];
  const write = (text: string): void => {
    const args = open[open.length - 1]?.args ?? [];
    args[args.length - 1] += text;
  };
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    const current = open[open.length - 1];
    if (token.kind === 'name' && next?.kind === 'sign' && next.text === '(') return;
    if (token.kind === 'sign' && token.text === '(') {
      const before = tokens[index - 1];
      open.push({ name: before?.kind === 'name' ? before.text : '', args: [''], isCall: true });
    } else if (token.kind === 'sign' && token.text === '{') {
      open.push({ name: '{', args: [''], isCall: false });
    } else if (token.kind === 'sign' && token.text === '}' && current?.name === '{') {
      open.pop();
      write(`{${current.args.join(',')}}`);
    } else if (token.kind === 'sign' && token.text === ',' && open.length > 1) {
      current?.args.push('');
    } else if (token.kind === 'sign' && token.text === ')' && current?.isCall === true) {
      open.pop();
      write(callText(current, context));
    } else {
      write(token.text);
    }
  });
  // What was never closed stays as it is; IronCalc answers with an error.
  return open.map((call) => (call.isCall ? `${call.name}(` : call.name) + call.args.join(',')).join('');
}

function callText(call: OpenCall, context: TranslationContext): string {
  const rewritten = REWRITES[call.name.toUpperCase()]?.(call.args, context);
  return rewritten ?? `${call.name}(${call.args.join(',')})`;
}
