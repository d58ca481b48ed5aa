/** What clasp would push: three files, with the right globals, in syntax that Apps Script parses. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';

const DIST = join(__dirname, '../../dist');
const code = readFileSync(join(DIST, 'Code.js'), 'utf8');

const ENTRY_POINTS = [
  'onOpen',
  'onInstall',
  'openSidebar',
  'pullApps',
  'pullContracts',
  'pullUsers',
  'refreshAll',
  'reviewEdits',
  'pushEdits',
  'undoLastPush',
  'flagSsoTax',
  'uploadSheet',
  'runScheduled',
  'continueJob',
  'api',
].sort();

test('dist/ holds the code, the sidebar and the manifest, and nothing else', () => {
  expect(readdirSync(DIST).sort()).toEqual(['Code.js', 'Sidebar.html', 'appsscript.json']);
});

test('the global functions are exactly the contract, and none is an empty stub', () => {
  const bare = createContext({});
  const functions = (): string[] =>
    runInContext('Object.keys(globalThis).filter((name) => typeof globalThis[name] === "function")', bare);
  runInContext(code, bare);
  expect([...functions()].sort()).toEqual(ENTRY_POINTS);
  for (const name of ENTRY_POINTS) {
    expect(runInContext(`String(${name})`, bare)).not.toMatch(/\{\s*\}$/);
  }
});

test('every entry point is declared at top level, where Apps Script looks for it', () => {
  for (const name of ENTRY_POINTS)
    expect(code).toMatch(new RegExp(`^(?:.*[;}\\s])?function ${name}\\(`, 'm'));
});

test.each([
  ['a private field', /#[a-z_]\w*\s*[=;(]/i],
  ['a static block', /\bstatic\s*\{/],
  ['a dynamic import', /(?<![.\w])import\s*\(/],
  ['a timer', /(?<![.\w])set(?:Timeout|Interval)\b/],
  ['a URL object', /\bnew URL\b/],
  ['the browser’s fetch', /(?<![.\w])fetch\(/],
])('%s, which Apps Script lacks, is not in the bundle', (_name, absent) => {
  expect(absent.exec(code)?.[0]).toBeUndefined();
});

test('the bundle stays small: every run of the add-on loads it whole', () => {
  // A third of it are words and facts: labels and help of every field, errors, templates, vendors that charge for sign-on.
  expect(code.length).toBeLessThan(660_000);
});

test('the manifest asks for the least, and only for the hosts of the providers', () => {
  const manifest = JSON.parse(readFileSync(join(DIST, 'appsscript.json'), 'utf8')) as Record<
    string,
    string[]
  >;
  expect(manifest.runtimeVersion).toBe('V8');
  expect(
    manifest.oauthScopes?.map((scope) => scope.replace('https://www.googleapis.com/auth/', '')).sort(),
  ).toEqual([
    'script.container.ui',
    'script.external_request',
    'script.scriptapp',
    'script.send_mail',
    'spreadsheets.currentonly',
    'userinfo.email',
  ]);
  // The last one is where Torii has larger files put: an address that it signs, sent without a key.
  expect(manifest.urlFetchWhitelist).toEqual([
    'https://api.toriihq.com/v1.0/',
    'https://api-ext.zluri.com/',
    'https://*.amazonaws.com/',
  ]);
});

test('the sidebar is one file that loads nothing from outside', () => {
  const html = readFileSync(join(DIST, 'Sidebar.html'), 'utf8');
  expect(html).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)=["']?(?:https?:)?\/\//i);
});
