/** What currencies are worth in one, as a person writes it: a code, and a line for each of the others. */
import type { Settings } from '../../src/app/contract';

type Rates = Settings['rates'];

export interface RatesDraft {
  /** Code of the currency that amounts are added up in; '' to add up none. */
  readonly currency: string;
  /** “EUR 1.08”, one a line: what one euro is worth in it. */
  readonly lines: string;
}

/** The rates, or what is wrong and in which of the two boxes. */
export type RatesRead =
  { readonly rates: Rates } | { readonly problem: string; readonly at: 'currency' | 'lines' };

/** The least and the most that the server takes. */
const LEAST = 0.000001;
const MOST = 1_000_000;

export function ratesDraftOf(rates: Rates): RatesDraft {
  if (rates === null) return { currency: '', lines: '' };
  const lines = Object.entries(rates.worth).map(([code, worth]) => `${code} ${worth}`);
  return { currency: rates.currency, lines: lines.join('\n') };
}

/** Both boxes empty are no rates; codes may be written small, and a line may have “=” or “:” in its middle. */
export function ratesOf(draft: RatesDraft): RatesRead {
  const currency = draft.currency.trim().toUpperCase();
  const lines = draft.lines.split('\n').map((line) => line.trim());
  const written = lines.filter((line) => line !== '');
  if (currency === '') {
    return written.length === 0
      ? { rates: null }
      : { at: 'currency', problem: 'Type the currency to add up in, or empty the lines below.' };
  }
  if (!/^[A-Z]{3}$/.test(currency)) {
    return { at: 'currency', problem: 'Type the three letters of one currency, such as USD.' };
  }
  if (written.length === 0) {
    return {
      at: 'lines',
      problem: `Write a line for each other currency, or empty the box with ${currency}.`,
    };
  }
  const worth = new Map<string, number>();
  for (const line of written) {
    const rate = rateOf(line);
    if (typeof rate === 'string') return { at: 'lines', problem: rate };
    const { code } = rate;
    if (code === currency) {
      return { at: 'lines', problem: `Take out “${line}”: amounts in ${code} are added up as they are.` };
    }
    if (worth.has(code)) return { at: 'lines', problem: `There are two lines for ${code}. Keep one.` };
    worth.set(code, rate.worth);
  }
  return { rates: { currency, worth: Object.fromEntries(worth) } };
}

/** One line, or what is wrong with it. */
function rateOf(line: string): { readonly code: string; readonly worth: number } | string {
  const [, code, figure] = /^([A-Za-z]{3})\s*[=:\s]\s*(\d+(?:\.\d+)?|\.\d+)$/.exec(line) ?? [];
  if (code === undefined || figure === undefined) {
    // Neither is guessed: “1,080” is a thousand to some people and about one to others.
    const comma = /\d,\d/.test(line);
    return comma
      ? `Write the number in “${line}” without a comma, such as “EUR 1.08”.`
      : `“${line}” cannot be read. Write three letters and a number, such as “EUR 1.08”.`;
  }
  const worth = Number(figure);
  if (worth < LEAST || worth > MOST) return `The number in “${line}” must be from 0.000001 to 1,000,000.`;
  return { code: code.toUpperCase(), worth };
}
