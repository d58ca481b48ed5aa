/** Carries out plans: small ones in one go, large ones part by part, as long as there is time. */
import { AppError } from '../core/errors';
import type { Slice } from '../core/jobs/runner';
import { isLarge, missingFormats, type Part, partsOf } from '../core/table/parts';
import type { Ports } from '../ports';
import type { TabPlan } from '../ports/grid';

/** Milliseconds for each cell, until parts of this run tell better. */
const USUAL_COST = 0.12;

/** Parts with fewer cells tell more about calls than about cells. */
const TELLING_CELLS = 50_000;

/** A part may end so long after the slice should; Google ends the execution a minute later still. */
const GRACE_MS = 30_000;

export interface Carrying {
  readonly slice: Slice;
  /** What the rows are: “users”. */
  readonly subject: string;
  /** Told after each part how many rows are in, and of how many. */
  readonly onRows?: (done: number, total: number) => void;
}

/**
 * Throws OUT_OF_TIME, with the moment from which on it may go on, before a part that might not fit; JobStopped; and what
 * the grid throws. A plan made anew from the tab as it is then does the rest.
 */
export function carryOut(ports: Ports, plan: TabPlan, { slice, subject, onRows }: Carrying): void {
  if (!isLarge(plan.operations)) {
    ports.grid.execute(plan);
    return;
  }
  const parts = partsOf(plan.operations);
  const total = parts.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  let cost = USUAL_COST;
  for (const part of parts) {
    const begun = ports.clock.now();
    if (begun + part.cells * cost > slice.deadline + GRACE_MS) {
      throw new AppError('OUT_OF_TIME', { subject, until: begun });
    }
    write(ports, plan, part);
    if (part.cells >= TELLING_CELLS) cost = Math.max(cost, (ports.clock.now() - begun) / part.cells);
    done += part.rows;
    onRows?.(done, total);
    slice.checkpoint();
  }
}

function write({ grid }: Ports, { tab }: TabPlan, part: Part): void {
  for (const operation of part.operations) {
    const operations =
      operation.kind === 'formats'
        ? missingFormats(operation, grid.readFormats(tab, operation.at))
        : [operation];
    grid.execute({ tab, operations });
  }
  grid.flush();
}
