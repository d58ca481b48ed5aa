/** What a schedule would take of the day's allowance, together with the others of this person. */
import { isOver } from '../core/jobs/job';
import { JobStore } from '../core/jobs/job-store';
import { type Cost, dailyCost, guessedCost, sharesOf } from '../core/schedule/allowance';
import { nextDue, type Rhythm, rhythmWords, runsPerDay } from '../core/schedule/rhythm';
import { kindOf, type ScheduledRun } from '../core/schedule/schedule';
import type { Ports } from '../ports';
import type { ScheduleEstimate } from './contract';
import { schedulesIn } from './file-schedules';
import { runOf } from './schedule-outcome';
import type { Scheduled } from './schedules';
import type { TabIndex } from './tab-index';
import type { UploadArgs } from './upload/start-upload';
import { knownTarget } from './upload/targets';

export function estimateSchedule(
  ports: Ports,
  index: TabIndex,
  on: Scheduled,
  rhythm: Rhythm,
): ScheduleEstimate {
  const me = ports.identity.userKey();
  const measured = measuredCosts(ports);
  const measuredOf = ({ id, tab, upload }: Scheduled): Cost | undefined =>
    upload === undefined ? (measured.get(id) ?? measured.get(tab)) : measured.get(uploadOf(id));
  const costOf = (each: Scheduled): Cost =>
    measuredOf(each) ?? guessedCost(index.all().find(({ id }) => id === each.id)?.rows ?? 0);
  const daily = dailyCost(rhythm, costOf(on));
  const others = schedulesIn(ports)
    .all()
    .filter((other) => other.owner.key === me && !(other.tabId === on.id && kindOf(other) === kindOf(on)))
    .flatMap(({ tabId, tab, upload, rhythm: its }) => {
      const entry = index.all().find(({ id }) => id === tabId);
      if (upload === undefined) return entry ? [dailyCost(its, costOf(entry))] : [];
      const { provider } = knownTarget(upload).provider;
      return [dailyCost(its, costOf({ id: tabId, tab, provider, upload }))];
    });
  return {
    words: rhythmWords(rhythm),
    nextRun: new Date(nextDue(rhythm, ports.clock.now(), ports.grid.file().timeZone)).toISOString(),
    runsPerDay: runsPerDay(rhythm),
    secondsPerDay: daily.seconds,
    requestsPerDay: daily.requests,
    measured: measuredOf(on) !== undefined,
    shares: sharesOf([daily, ...others]),
  };
}

/** What runs took that are still remembered: by sheet id, or by name where it made the tab; of uploads, see uploadOf. */
function measuredCosts(ports: Ports): ReadonlyMap<number | string, Cost> {
  const costs = new Map<number | string, Cost>();
  const note = (tab: number | string, { outcome, seconds, requests }: ScheduledRun): void => {
    if (outcome === 'done' && requests !== undefined) costs.set(tab, { seconds, requests });
  };
  for (const job of new JobStore(ports.store, ports.lock).all()) {
    if (!isOver(job)) continue;
    if (job.kind === 'pull') note(job.targetId ?? job.target, runOf(job));
    if (job.kind === 'upload') note(uploadOf((job.args as UploadArgs).id), runOf(job));
  }
  for (const { tabId, upload, lastRun } of schedulesIn(ports).all())
    if (lastRun) note(upload === undefined ? tabId : uploadOf(tabId), lastRun);
  return costs;
}

/** No tab can be called so: a name has no line breaks. */
function uploadOf(tabId: number): string {
  return `upload\n${tabId}`;
}
