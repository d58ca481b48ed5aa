/** The problems of a check, gathered by their kind, as people mend them. */
import type { Problem, ProblemCode, Severity } from '../../src/core/upload/problem';

export interface ProblemGroup {
  readonly severity: Severity;
  readonly code: ProblemCode;
  readonly problems: readonly Problem[];
  /** What to do about all of them; absent where it differs. */
  readonly remedy?: string;
}

const ORDER: readonly Severity[] = ['error', 'warning', 'note'];

/** Errors first; kinds in the order in which they come. */
export function groupedProblems(problems: readonly Problem[]): readonly ProblemGroup[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = `${problem.severity} ${problem.code}`;
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  return [...groups.values()]
    .flatMap((all) => (all[0] ? [groupOf(all[0], all)] : []))
    .sort((one, other) => ORDER.indexOf(one.severity) - ORDER.indexOf(other.severity));
}

function groupOf({ severity, code, remedy }: Problem, problems: readonly Problem[]): ProblemGroup {
  const shared = problems.every((other) => other.remedy === remedy);
  return { severity, code, problems, ...(shared ? { remedy } : {}) };
}

/** Rows with errors, of all tabs, as far as problems are listed. */
export function badRows(problems: readonly Problem[]): number {
  const rows = problems.filter(({ severity, row }) => severity === 'error' && row !== undefined);
  return new Set(rows.map(({ tab = '', row }) => `${row} ${tab}`)).size;
}

/** Whether some date cannot be read for sure. */
export function asksDayOrder(problems: readonly Problem[]): boolean {
  return problems.some(({ code }) => code === 'unclearDate' || code === 'mixedDates');
}
