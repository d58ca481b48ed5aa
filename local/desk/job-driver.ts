/** Drives a job to its end, as the open sidebar does. */
import { LostCall } from './api';

export interface JobView {
  readonly job: string;
  readonly state: 'running' | 'waiting' | 'done' | 'failed' | 'stopped';
  readonly waiting?: { readonly until: string | number };
}

/** A job that is not done by then runs in a circle. */
const MOST_STEPS = 10_000;
/** Steps in a row that may be lost before the sidebar gives up. */
const MOST_LOST = 10;
const OVER = ['done', 'failed', 'stopped'];

/**
 * Calls `step` until the job is done, failed or stopped; where it waits, time passes until then. A step that was
 * lost (killed, out of time) is called again, as the sidebar does after a broken call.
 * @returns the job's last value
 */
export async function driveJob(
  step: () => Promise<JobView>,
  waitUntil: (moment: number) => Promise<unknown>,
): Promise<JobView> {
  let lost = 0;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    let view: JobView;
    try {
      view = await step();
      lost = 0;
    } catch (problem) {
      lost += 1;
      if (!(problem instanceof LostCall) || problem.code === 'FAILED' || lost > MOST_LOST) throw problem;
      continue;
    }
    if (OVER.includes(view.state)) return view;
    if (view.state === 'waiting' && view.waiting !== undefined) {
      await waitUntil(new Date(view.waiting.until).getTime());
    }
  }
  throw new Error(`The job is not done after ${String(MOST_STEPS)} steps.`);
}
