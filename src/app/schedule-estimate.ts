/** What a schedule would take of the day's allowance, together with the others of this person. */
import { isOver } from '../core/jobs/job';
import { JobStore } from '../core/jobs/job-store';
import { type Cost, dailyCost, guessedCost, sharesOf } from '../core/schedule/allowance';
import { nextDue, type Rhythm, rhythmWords, runsPerDay } from '../core/schedule/rhythm';
import type { ScheduledRun } from '../core/schedule/schedule';
import type { Ports } from '../ports';
import type { ScheduleEstimate } from './contract';
import { schedulesIn } from './file-schedules';
import { runOf } from './schedule-outcome';
import type { TabEntry, TabIndex } from './tab-index';

export function estimateSchedule(
  ports: Ports,
  index: TabIndex,
  entry: TabEntry,
  rhythm: Rhythm,
): ScheduleEstimate {
  const me = ports.identity.userKey();
  const measured = measuredCosts(ports);
  const costOf = ({ id, tab, rows }: TabEntry): Cost =>
    measured.get(id) ?? measured.get(tab) ?? guessedCost(rows);
  const daily = dailyCost(rhythm, costOf(entry));
  const others = schedulesIn(ports)
    .all()
    .filter(({ owner, tabId }) => owner.key === me && tabId !== entry.id)
    .flatMap((other) => {
      const tab = index.all().find(({ id }) => id === other.tabId);
      return tab ? [dailyCost(other.rhythm, costOf(tab))] : [];
    });
  return {
    words: rhythmWords(rhythm),
    nextRun: new Date(nextDue(rhythm, ports.clock.now(), ports.grid.file().timeZone)).toISOString(),
    runsPerDay: runsPerDay(rhythm),
    secondsPerDay: daily.seconds,
    requestsPerDay: daily.requests,
    measured: measured.has(entry.id) || measured.has(entry.tab),
    shares: sharesOf([daily, ...others]),
  };
}

/** What runs took that are still remembered: by sheet id, or by name where it made the tab. */
function measuredCosts(ports: Ports): ReadonlyMap<number | string, Cost> {
  const costs = new Map<number | string, Cost>();
  const note = (tab: number | string, { outcome, seconds, requests }: ScheduledRun): void => {
    if (outcome === 'done' && requests !== undefined) costs.set(tab, { seconds, requests });
  };
  for (const job of new JobStore(ports.store, ports.lock).all()) {
    if (job.kind === 'pull' && isOver(job)) note(job.targetId ?? job.target, runOf(job));
  }
  for (const { tabId, lastRun } of schedulesIn(ports).all()) if (lastRun) note(tabId, lastRun);
  return costs;
}
