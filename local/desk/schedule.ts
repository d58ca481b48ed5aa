/** Runs triggers; those of the clock when their time has come. https://developers.google.com/apps-script/guides/triggers/installable */
import type { Execution } from '../runtime/execution/execution';
import type { StoredTrigger } from '../runtime/host';
import type { Services } from '../runtime/services';
import { clockEvent } from './event';
import type { FileOrder, OpenFile } from './open-file';
import type { SharedTime } from './shared-time';

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

/**
 * Time passes until `moment`; triggers run one after the other, each at its time, for the person who made it. Time
 * moves only while no execution is at work: one that runs meanwhile ends first.
 */
export async function passTime(
  files: Iterable<OpenFile>,
  clock: SharedTime,
  moment: number,
): Promise<Execution[]> {
  const ran: Execution[] = [];
  for (;;) {
    // Looked at again right before time moves: whoever was woken by the same end may have begun anew.
    while (clock.work.count > 0) await clock.work.change();
    const due = nextDue(files, moment);
    clock.moveTo(due?.at ?? moment);
    if (due === undefined) return ran;
    const { file, trigger, at } = due;
    reschedule(trigger, clock.now());
    ran.push(await fireTrigger(file, trigger, () => clockEvent(trigger.id, at)));
  }
}

/** Missed times are not caught up on: the next run is the first one still to come. */
function reschedule(trigger: StoredTrigger, now: number): void {
  const { every, nextAt = now } = trigger;
  if (every === undefined) trigger.fired = true;
  else trigger.nextAt = nextAt + every * (Math.floor((now - nextAt) / every) + 1);
}

/** Runs a trigger's function for the person who made it, within their time for the day. */
export async function fireTrigger(
  file: OpenFile,
  { handler: fn, owner: user }: StoredTrigger,
  event: (services: Services) => object,
): Promise<Execution> {
  const order: FileOrder = {
    fn,
    kind: 'trigger',
    authMode: 'FULL',
    user,
    args: (services) => [event(services)],
  };
  const { clock } = file.world;
  const { quotas } = file.person(user);
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
