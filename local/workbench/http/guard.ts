/** Who may speak to the workbench: only its own page, in a browser on this computer. */
import type { IncomingMessage } from 'node:http';

const OWN_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Any web page that is open in the same browser could send requests to this port, and a foreign name could be made
 * to point at it. So the name asked for must be this computer's, and a request that names its origin must name ours.
 * https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site
 */
export function isOwnRequest(request: IncomingMessage): boolean {
  const { host = '', origin } = request.headers;
  if (!OWN_NAMES.has(host.replace(/:\d+$/, ''))) return false;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  const site = request.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}
