/** The faults that tests and the workbench have ordered, and which of them strikes a request. */
import type { FaultRule } from '../fake-server';

interface Ordered {
  readonly rule: FaultRule;
  /** Matches that still pass unharmed. */
  passes: number;
  /** Strikes that are left. */
  strikes: number;
}

export class FaultList {
  #ordered: Ordered[] = [];

  add(rule: FaultRule): void {
    this.#ordered.push({ rule, passes: rule.after ?? 0, strikes: rule.times ?? 1 });
  }

  /**
   * The rule that strikes `line` ("METHOD /path?query"), if any. Every rule in force sees the match, so that `after`
   * counts requests and not strikes; the oldest that is due strikes.
   */
  strike(line: string): FaultRule | undefined {
    let striking: Ordered | undefined;
    for (const ordered of this.#ordered) {
      if (!matches(ordered.rule.match, line)) continue;
      if (ordered.passes > 0) ordered.passes -= 1;
      else striking ??= ordered;
    }
    if (striking === undefined) return undefined;
    striking.strikes -= 1;
    this.#ordered = this.#ordered.filter((ordered) => ordered.strikes > 0);
    return striking.rule;
  }
}

function matches(match: string | RegExp, line: string): boolean {
  if (typeof match === 'string') return line.startsWith(match);
  // A global expression remembers where its last match ended.
  match.lastIndex = 0;
  return match.test(line);
}
