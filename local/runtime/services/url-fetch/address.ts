/** Which addresses a script may fetch, and how Google refuses the others. https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app */
import { ScriptError } from '../../service-object';

/** Characters, as the reference page says. */
const LONGEST_URL = 2_082;
/** Characters that an address must carry percent-encoded. Whether Google encodes a space is not known, so it is refused. */
const RAW = /[\s"<>\\^`{|}]/;

/**
 * The address as it is sent. An address without a scheme is taken as http.
 * @throws ScriptError with Google's text where it is missing, too long or no web address
 */
export function parseAddress(url: unknown): URL {
  if (url === undefined || url === null || url === '') {
    throw new ScriptError('Attribute provided with no value: url');
  }
  const text = String(url);
  if (text.length > LONGEST_URL) throw new ScriptError('Limit Exceeded: URLFetch URL Length.');
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (RAW.test(text) || !URL.canParse(full)) throw new ScriptError(`Invalid argument: ${text}`);
  const address = new URL(full);
  const isWeb = address.protocol === 'https:' || address.protocol === 'http:';
  if (!isWeb || address.username !== '') throw new ScriptError(`Invalid argument: ${text}`);
  return address;
}

/** One leading `*.` stands for any subdomains; the rest of the host is compared without case, the path with case. */
function matches(address: URL, prefix: string): boolean {
  const parts = /^https:\/\/([^/]+)(\/.*)$/.exec(prefix);
  const [, host = '', path = ''] = parts ?? [];
  if (parts === null || address.protocol !== 'https:') return false;
  const name = host.toLowerCase();
  const hostFits = name.startsWith('*.') ? address.host.endsWith(name.slice(1)) : address.host === name;
  return hostFits && `${address.pathname}${address.search}`.startsWith(path);
}

/**
 * Holds an address against the manifest. https://developers.google.com/apps-script/manifest/allowlist-url
 * @throws ScriptError in the words of https://github.com/diegomanuel/binance-to-google-sheets/issues/82
 */
export function checkAllowed(address: URL, whitelist: readonly string[] | undefined): void {
  if (whitelist === undefined || whitelist.some((prefix) => matches(address, prefix))) return;
  throw new ScriptError(
    `Request to ${address.href} failed because the URL has not been whitelisted in the script manifest.`,
  );
}
