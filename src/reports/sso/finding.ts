/** What the report may write into a platform's field about single sign-on. */

/** The choices of such a field, as Torii's guide names them: https://developers.toriihq.com/docs/determine-sso-classification-yes-no-not-supported-not-known-1 */
export const FINDINGS = ['Yes', 'No', 'Not Supported', 'Not Known'] as const;

export type SsoFinding = (typeof FINDINGS)[number];

/** The name of the field that is made for them. */
export const FINDINGS_FIELD = 'SSO';

const IN_USE = /^(?:yes|true|on|enabled|enforced|required|active|in use|integrated)$/i;
const NOT_IN_USE =
  /^(?:no|none|false|off|disabled|inactive|unsupported|not (?:in use|enabled|integrated|configured|supported))$/i;

/**
 * What is known of an app that counts as a listed vendor's, from what the organisation's own field `said` about it:
 *
 * - Yes: single sign-on is in use. Only people know that, so it is Yes just where their field says so.
 * - No: the vendor sells it and the organisation does not use it; also where the field says that there is none, since a vendor
 *   is on the list for selling it.
 * - Not Supported: never, for the same reason.
 * - Not Known: the vendor sells it, and nothing says whether it is in use. Where an identity provider merely lists an app,
 *   people may still sign in with passwords.
 *
 * Of apps that match no vendor for sure, and of those that people said no to, nothing is known, and nothing is written.
 */
export function ssoFinding(said: string): SsoFinding {
  const text = said.trim();
  if (IN_USE.test(text)) return 'Yes';
  return NOT_IN_USE.test(text) ? 'No' : 'Not Known';
}
