/** The Triggers port over ScriptApp: one one-shot trigger of this person for `continueJob`. */
import type { Triggers } from '../ports/triggers';

const HANDLER = 'continueJob';

export const scriptTriggers: Triggers = {
  continueAfter(milliseconds) {
    // A published add-on may have one clock trigger of a type; the old one counts until it is deleted.
    // https://developers.google.com/workspace/add-ons/concepts/editor-triggers
    scriptTriggers.clear();
    ScriptApp.newTrigger(HANDLER).timeBased().after(milliseconds).create();
  },
  clear() {
    for (const trigger of ScriptApp.getProjectTriggers()) {
      if (trigger.getHandlerFunction() === HANDLER) ScriptApp.deleteTrigger(trigger);
    }
  },
};
