/** The site that a web address belongs to, and whether the page describes somebody else’s product. */

export interface WebAddress {
  /** In lower case, without a dot at its end. */
  readonly host: string;
  /** What can be registered: “acme.co.uk” of “app.acme.co.uk”. */
  readonly domain: string;
  readonly path: string;
}

const ADDRESS = /^\s*(?:(?:[a-z][a-z0-9+.-]*:)?\/\/)?(?:[^/?#@\s]*@)?([^/?#:,;\s]+)(?::\d+)?([^?#\s,;]*)/i;
const HOST = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.(?:\p{L}{2,}|xn--[a-z0-9-]+)$/u;

/** Reads also “miro.com” and “//miro.com/login”; null for what has no host name, such as “N/A” or “10.0.0.1”. */
export function webAddress(text: string): WebAddress | null {
  const [, given = '', path = ''] = ADDRESS.exec(text) ?? [];
  const host = given.toLowerCase().replace(/\.+$/, '');
  return HOST.test(host) ? { host, domain: registrableDomain(host), path: path.toLowerCase() } : null;
}

/** Second levels under which country registries sell names: https://publicsuffix.org/list/ */
const SECOND_LEVELS: ReadonlySet<string> = new Set(
  'ac ad co com edu gen go gob gouv gov gv id ind info ltd me mil ne net nhs nom or org plc sch web'.split(
    ' ',
  ),
);

/** Sites below which each name is somebody else’s, from the private part of the same list. */
const SHARED_SITES: ReadonlySet<string> = new Set(
  `github.io gitlab.io netlify.app vercel.app herokuapp.com pages.dev workers.dev web.app firebaseapp.com appspot.com
  azurewebsites.net amazonaws.com cloudfront.net onrender.com fly.dev up.railway.app webflow.io wixsite.com wordpress.com blogspot.com
  myshopify.com notion.site gitbook.io readme.io readthedocs.io`.split(/\s+/),
);

/**
 * The whole list of public suffixes weighs more than all reports together (tldts-icann: 84 KB), while vendors of software use
 * a handful of second levels.
 */
function registrableDomain(host: string): string {
  const labels = host.split('.');
  const end = (size: number): string => labels.slice(-size).join('.');
  for (let size = labels.length - 1; size >= 2; size -= 1) {
    if (SHARED_SITES.has(end(size))) return end(size + 1);
  }
  const isCountry = labels[labels.length - 1]?.length === 2;
  return end(isCountry && SECOND_LEVELS.has(labels[labels.length - 2] ?? '') ? 3 : 2);
}

/** Owners of stores, sign-in pages and office suites: a page there says nothing about whose product it describes. */
const PORTALS: ReadonlySet<string> = new Set(
  `google.com apple.com microsoft.com microsoftonline.com live.com office.com amazon.com wordpress.org mozilla.org okta.com onelogin.com
  zapier.com linkedin.com facebook.com wikipedia.org g2.com capterra.com producthunt.com`.split(/\s+/),
);

const STORE_HOST = /^(?:marketplace|ecosystem|appsource|apps|store|extensions|plugins)\./;
const STORE_PATH =
  /^\/(?:marketplace|apps|app-store|app-market|appstore|integrations?|ecosystem|community|extensions|plugins|add-?ons|partners|connect|r|_)\/./;

/** Whether the page is an entry of a store or a repository, and so tells nothing by its domain. */
export function isListing({ host, domain, path }: WebAddress): boolean {
  if (PORTALS.has(domain) || STORE_HOST.test(host) || STORE_PATH.test(path)) return true;
  // A repository: https://github.com/owner/name. The site’s own pages about features and plans are not.
  return (
    /^(?:github|gitlab)\.com$/.test(host) &&
    /^\/(?!features\/|enterprise\/|orgs\/|organizations\/)[^/]+\/[^/]/.test(path)
  );
}

/** “miro” of “miro.com” and “miro.co.uk”. */
export function ownLabel(domain: string): string {
  return domain.split('.')[0] ?? '';
}
