/** The Identity port over Session, and over the person's own properties. */
import type { Identity } from '../ports/identity';
import { activeSpreadsheet } from './active-spreadsheet';

const PERSON = 'person';

/** Apps Script loads the whole bundle anew for each execution, so this never outlives one. */
let person: string | undefined;

export const sessionIdentity: Identity = {
  email() {
    try {
      // The active user has no address in the run of a trigger. https://developers.google.com/apps-script/reference/base/session
      return Session.getEffectiveUser().getEmail();
    } catch (thrown) {
      // A person may grant some scopes and refuse others. https://developers.google.com/apps-script/concepts/scopes
      if (thrown instanceof Error && /permission/i.test(thrown.message)) return '';
      throw thrown;
    }
  },
  userKey() {
    person ??= ownKey();
    return person;
  },
  file: () => ({ name: activeSpreadsheet().getName(), url: activeSpreadsheet().getUrl() }),
  fileId: () => activeSpreadsheet().getId(),
};

/** Google's own key of a person changes every 30 days; a schedule lasts longer. */
function ownKey(): string {
  const own = PropertiesService.getUserProperties();
  const known = own.getProperty(PERSON);
  if (known !== null) return known;
  const made = Utilities.getUuid();
  own.setProperty(PERSON, made);
  return made;
}
