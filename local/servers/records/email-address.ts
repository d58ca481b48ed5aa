/** What counts as an e-mail address where a platform wants one. */

/** https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.3, less the brackets. */
const LONGEST = 254;
/** Parts between single dots, none of them empty, at least two behind the one `@`; marks that would need quotes are not taken. */
const PART = /[^\s@.<>()[\]\\,;:"]+/.source;
const FORM = new RegExp(`^${PART}(\\.${PART})*@${PART}(\\.${PART})+$`);

/** Inferred: no platform says what it takes for an address, so it is what mail servers take, without quotes and comments. */
export function isEmailAddress(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST && FORM.test(value);
}
