/** The Preview tab of the file: made anew for every review, and gone once its plan is on its way. */
import { planReview, type Review } from '../../core/change/review';
import { isReview, readReview, type ReadReview } from '../../core/change/review-choice';
import { AppError } from '../../core/errors';
import type { Ports } from '../../ports';
import type { TabRef } from '../../ports/grid';

/** The second one is for a file in which a person has a tab of that name. */
const NAMES = ['Preview', 'Preview (SaaS Ledger)'] as const;

/** Shows the review in a new tab, which comes to the front; returns its name. */
export function showReview(ports: Ports, review: Review): string {
  // Whatever a person did to the last one, a filter on it above all, must hide nothing of this one.
  removeReview(ports);
  const tab = create(ports);
  ports.grid.execute({ tab, operations: planReview(review) });
  ports.grid.flush();
  return tab.name;
}

/** The tab as a person left it; null where there is none of ours. */
export function readReviewTab(ports: Ports): ReadReview | null {
  for (const name of NAMES) {
    const notes = ports.grid.headerNotes({ name });
    if (notes && isReview(notes)) return readReview(ports.grid.readValues({ name }) ?? [], notes);
  }
  return null;
}

/** Whether a tab is ours, and not a person's of that name. */
export function isReviewTab({ grid }: Pick<Ports, 'grid'>, tab: TabRef): boolean {
  return NAMES.some((name) => name === tab.name) && isReview(grid.headerNotes(tab) ?? []);
}

export function removeReview(ports: Ports): void {
  for (const name of NAMES) {
    const notes = ports.grid.headerNotes({ name });
    // One that is empty was cut off while it was made.
    if (notes && (notes.length === 0 || isReview(notes))) ports.grid.remove({ name });
  }
}

function create(ports: Ports): TabRef {
  const [name, other] = NAMES;
  try {
    return { id: ports.grid.create(name), name };
  } catch (thrown) {
    if (AppError.from(thrown).code !== 'TAB_TAKEN') throw thrown;
    return { id: ports.grid.create(other), name: other };
  }
}
