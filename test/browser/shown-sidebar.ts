/** The sidebar as a test shows it: one browser for the tests of a file, and whatever they leave open must be sound. */
import type { Browser } from 'playwright-core';
import { openChromium } from './chromium';
import { openSidebar, type OpenSidebar, type Script } from './scripted-sidebar';
import { expectSound } from './sound';

jest.setTimeout(30_000);

let browser: Browser;
let open: OpenSidebar | null = null;

beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

afterEach(async () => {
  const shown = open;
  open = null;
  if (shown) await expectSound(shown);
});

/** Opens the sidebar; it is checked and closed when the test has ended. */
export async function show(script: Script): Promise<OpenSidebar> {
  open = await openSidebar(browser, script);
  return open;
}
