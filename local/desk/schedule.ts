/** Runs clock triggers when their time has come. https://developers.google.com/apps-script/guides/triggers/installable */
import type { DeskClock } from '../runtime/desk-clock';
import type { Execution } from '../runtime/execution/execution';
import type { StoredTrigger } from '../runtime/host';
import { clockEvent } from './event';
import type { OpenFile } from './open-file';

const DAY = 24 * 60 * 60_000;
/**
 * Run time of triggers that a consumer account has in a day; a Workspace account has six hours. Milliseconds.
 * https://developers.google.com/apps-script/guides/services/quotas
 */
const TRIGGER_TIME = 90 * 60_000;
const QUOTA = 'triggerTime';

interface Due {
  readonly file: OpenFile;
  readonly trigger: StoredTrigger;
  readonly at: number;
}

/** The trigger that falls due first, at the latest at `moment`. */
function nextDue(files: Iterable<OpenFile>, moment: number): Due | undefined {
  let first: Due | undefined;
  for (const file of files) {
    for (const trigger of file.script.triggers) {
      const { nextAt, fired } = trigger;
      if (trigger.type !== 'CLOCK' || fired === true || nextAt === undefined || nextAt > moment) continue;
      if (first === undefined || nextAt < first.at) first = { file, trigger, at: nextAt };
    }
  }
  return first;
}

/** One after the other, each at its time, for the person who made it. */
export async function runDueTriggers(
  files: Iterable<OpenFile>,
  clock: DeskClock,
  moment: number,
): Promise<Execution[]> {
  const ran: Execution[] = [];
  for (let due = nextDue(files, moment); due !== undefined; due = nextDue(files, moment)) {
    clock.moveTo(due.at);
    reschedule(due.trigger, clock.now());
    ran.push(await fire(due, clock));
  }
  return ran;
}

/** Missed times are not caught up on: the next run is the first one still to come. */
function reschedule(trigger: StoredTrigger, now: number): void {
  const { every, nextAt = now } = trigger;
  if (every === undefined) trigger.fired = true;
  else trigger.nextAt = nextAt + every * (Math.floor((now - nextAt) / every) + 1);
}

async function fire({ file, trigger, at }: Due, clock: DeskClock): Promise<Execution> {
  const order = {
    fn: trigger.handler,
    kind: 'trigger',
    authMode: 'FULL',
    user: trigger.owner,
    args: () => [clockEvent(trigger.id, at)],
  } as const;
  const { quotas } = file.person(trigger.owner);
  let spent = quotas.get(QUOTA);
  if (spent === undefined || clock.now() - spent.since >= DAY) {
    quotas.set(QUOTA, (spent = { used: 0, since: clock.now() }));
  }
  if (spent.used >= TRIGGER_TIME)
    return file.refuse(order, 'Service using too much computer time for one day.');
  const execution = await file.run(order);
  spent.used += execution.seconds * 1000;
  return execution;
}
