/** How the figures grow with the number of rows. */
import type { PullFigures } from './pulls';

export const MEASURES = ['requests', 'spreadsheetCalls', 'virtualSeconds', 'cpuSeconds'] as const;
type Measure = (typeof MEASURES)[number];

/**
 * By what each measure is multiplied when there are ten times as many rows: 1 for one that does not grow, 10 for one
 * that grows with the rows, 100 for one that grows with their square.
 */
export interface Growth extends Readonly<Record<Measure, number>> {
  readonly provider: string;
  readonly run: string;
  /** Rows at both ends. */
  readonly from: number;
  readonly to: number;
}

/** Growth from each size to the next larger one, for each provider and run. Runs that did not end well are left out. */
export function growth(figures: readonly PullFigures[]): Growth[] {
  return figures.flatMap((small) => {
    const large = figures.find((other) => comesNext(small, other));
    return large === undefined || small.outcome !== 'done' || large.outcome !== 'done'
      ? []
      : [between(small, large)];
  });
}

function comesNext(small: PullFigures, other: PullFigures): boolean {
  return small.provider === other.provider && small.run === other.run && other.users > small.users;
}

function between(small: PullFigures, large: PullFigures): Growth {
  const tenfold = 1 / Math.log10(large.rows / small.rows);
  const factor = (measure: Measure): number =>
    Math.round((large[measure] / small[measure]) ** tenfold * 10) / 10;
  return {
    provider: small.provider,
    run: small.run,
    from: small.rows,
    to: large.rows,
    requests: factor('requests'),
    spreadsheetCalls: factor('spreadsheetCalls'),
    virtualSeconds: factor('virtualSeconds'),
    cpuSeconds: factor('cpuSeconds'),
  };
}
