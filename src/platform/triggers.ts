/** The Triggers port over ScriptApp: one one-shot trigger for `continueJob`, one hourly one for `runScheduled`. */
import { AppError } from '../core/errors';
import type { Triggers } from '../ports/triggers';

const ONCE = 'continueJob';
const HOURLY = 'runScheduled';

/**
 * A script may have 20 triggers of a person; a published add-on one clock trigger of a person in a file, and a few
 * creations a day. Triggers that have fired count until they are deleted.
 * https://developers.google.com/workspace/add-ons/concepts/editor-triggers
 */
export const scriptTriggers: Triggers = {
  continueAfter(milliseconds) {
    const earlier = triggersFor(ONCE);
    // Where there is room, the next one is there before the last one goes: a cut between the two leaves one.
    const isMade = allowed(() => after(milliseconds));
    for (const trigger of earlier) ScriptApp.deleteTrigger(trigger);
    if (isMade || (earlier.length > 0 && allowed(() => after(milliseconds)))) return true;
    return triggersFor(HOURLY).length > 0;
  },
  standBy(milliseconds) {
    if (triggersFor(ONCE).length + triggersFor(HOURLY).length === 0) allowed(() => after(milliseconds));
  },
  clear: () => deleteAll(ONCE),
  startHourly() {
    if (triggersFor(HOURLY).length > 0) return;
    const create = (): void =>
      // An add-on's may come hourly and no more often. https://developers.google.com/apps-script/guides/triggers/installable
      void ScriptApp.newTrigger(HOURLY).timeBased().everyHours(1).create();
    if (allowed(create)) return;
    // Perhaps it is the one-shot trigger that leaves no room; the hourly one goes on with jobs too.
    scriptTriggers.clear();
    if (!allowed(create)) throw new AppError('TOO_MANY_TRIGGERS');
  },
  stopHourly: () => deleteAll(HOURLY),
};

function after(milliseconds: number): void {
  ScriptApp.newTrigger(ONCE).timeBased().after(milliseconds).create();
}

/** False where Google says that there are too many. */
function allowed(create: () => unknown): boolean {
  try {
    create();
    return true;
  } catch (thrown) {
    if (thrown instanceof Error && /too many/i.test(thrown.message)) return false;
    throw thrown;
  }
}

function deleteAll(handler: string): void {
  for (const trigger of triggersFor(handler)) ScriptApp.deleteTrigger(trigger);
}

function triggersFor(handler: string): GoogleAppsScript.Script.Trigger[] {
  return ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === handler);
}
