/** What every state of the sidebar must be: free of trouble, readable, and no wider than its 300 pixels. */
import { faintTexts } from './contrast';
import type { OpenSidebar } from './scripted-sidebar';

/** Checks the page as it is now, and closes it. */
export async function expectSound({ page, problems }: OpenSidebar): Promise<void> {
  const faint = await faintTexts(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.close();
  expect(problems).toEqual([]);
  expect(faint).toEqual([]);
  expect(width).toBeLessThanOrEqual(300);
}

/** Waits until a method was called so often. */
export async function expectCalls(calls: OpenSidebar['calls'], method: string, count: number): Promise<void> {
  const made = (): number => calls.filter((call) => call.method === method).length;
  for (let turn = 0; turn < 100 && made() < count; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(made()).toBe(count);
}
