/** The preview of a tab's edits as a test shows it, and works in it. */
import type { Locator, Page } from 'playwright-core';
import type { OpenSidebar, Script } from './scripted-sidebar';
import { show } from './shown-sidebar';

export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
/** By the words that stand for it. */
export const tick = (page: Page, name: string): Locator => page.getByRole('checkbox', { name, exact: true });
/** What a method was called with, call by call. */
export const payloads = (open: OpenSidebar, method: string): unknown[] =>
  open.calls.filter((call) => call.method === method).map(({ payload }) => payload);

/** Opens the preview of the contracts’ edits. */
export async function openPreview(script: Script): Promise<OpenSidebar> {
  const open = await show(script);
  await button(open.page, 'Review edits: Contracts').click();
  await open.page.getByRole('heading', { name: 'Edits in Contracts' }).waitFor();
  return open;
}

/** Presses the button of that label, and the one of the question. */
export async function send(page: Page, label: string): Promise<void> {
  await button(page, `${label} …`).click();
  await button(page, label).click();
}
