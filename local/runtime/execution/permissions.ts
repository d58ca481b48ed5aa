/** What an execution may call: by its authorization mode, and by the scopes that the manifest asks for. */
import type { AuthMode } from '../host';

const SCOPE = 'https://www.googleapis.com/auth/';

interface Permission {
  /** Matched against `Class.method`. */
  readonly calls: RegExp;
  /** Any of them is enough. */
  readonly scopes: readonly string[];
}

/** Calls that need a scope beyond the spreadsheet at hand. https://developers.google.com/apps-script/concepts/scopes */
const PERMISSIONS: readonly Permission[] = [
  { calls: /^UrlFetchApp\.fetch/, scopes: [`${SCOPE}script.external_request`] },
  { calls: /^Ui\.(alert|prompt|show)/, scopes: [`${SCOPE}script.container.ui`] },
  {
    calls: /^ScriptApp\.(newTrigger|deleteTrigger|get(Project|User|Script)Triggers)$/,
    scopes: [`${SCOPE}script.scriptapp`],
  },
  { calls: /^MailApp\./, scopes: [`${SCOPE}script.send_mail`] },
  { calls: /^SpreadsheetApp\.(open|create)/, scopes: [`${SCOPE}spreadsheets`] },
];

const SPREADSHEET: Permission = {
  calls: /^SpreadsheetApp\.(?!getUi$|new|flush$)/,
  scopes: [`${SCOPE}spreadsheets.currentonly`, `${SCOPE}spreadsheets`],
};

/**
 * All that an add-on may call which is installed but not yet enabled in this file: no document, no properties, no
 * user data but the locale. https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle
 */
const WITHOUT_AUTHORIZATION =
  /^(SpreadsheetApp\.getUi|Ui\.create(Addon)?Menu|(Menu|Logger|Utilities|Blob)\..*|Session\.(getActiveUserLocale|getScriptTimeZone|getTimeZone))$/;

/** Google's words for a refused call, or null where it is allowed. */
export function refusal(call: string, mode: AuthMode, oauthScopes?: readonly string[]): string | null {
  const needed = PERMISSIONS.find(({ calls }) => calls.test(call));
  const refused =
    mode === 'NONE' ? !WITHOUT_AUTHORIZATION.test(call) : mode === 'LIMITED' && needed !== undefined;
  if (refused) {
    const scopes = needed ?? (SPREADSHEET.calls.test(call) ? SPREADSHEET : undefined);
    return `You do not have permission to call ${call}.${required(scopes)}`;
  }
  if (oauthScopes === undefined) return null;
  const wanted = needed ?? (SPREADSHEET.calls.test(call) ? SPREADSHEET : undefined);
  if (wanted === undefined || wanted.scopes.some((scope) => oauthScopes.includes(scope))) return null;
  return `Specified permissions are not sufficient to call ${call}.${required(wanted)}`;
}

function required(permission: Permission | undefined): string {
  if (permission === undefined) return '';
  const { scopes } = permission;
  return ` Required permissions: ${scopes.length === 1 ? scopes.join('') : `(${scopes.join(' || ')})`}`;
}
