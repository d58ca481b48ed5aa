/** The workbench's page on a desk, as a test works in it, and waiting for what it shows. */
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import type { Desk } from '../../local/desk';
import { openWorkbench, type Workbench } from '../../local/workbench/workbench';
import { openChromium, problemsOf } from './chromium';

/** The grid component's own methods. */
interface Grid {
  scrollToRow(row: number): Promise<void>;
  getFocused(): Promise<{ model: { n: number }; column: { prop: number } } | null>;
}

export class WorkbenchPage {
  /** Everything that went wrong in the page so far. */
  readonly problems: string[];

  private constructor(
    readonly page: Page,
    private readonly workbench: Workbench,
    private readonly browser: Browser,
  ) {
    this.problems = problemsOf(page);
  }

  /** @throws Error where there is no Chromium */
  static async open(desk: Desk): Promise<WorkbenchPage> {
    const browser = await openChromium();
    const workbench = await openWorkbench(desk, { port: 0 });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
    const opened = new WorkbenchPage(page, workbench, browser);
    await page.goto(workbench.url);
    await opened.cell(1, 1).waitFor();
    return opened;
  }

  get url(): string {
    return this.workbench.url;
  }

  get sidebar(): FrameLocator {
    return this.page.frameLocator('.sidebar iframe');
  }

  /** A menu's item, by the labels on the way to it. */
  async chooseMenu(...path: readonly string[]): Promise<void> {
    for (const name of path) await this.page.getByRole('menuitem', { name, exact: true }).click();
  }

  cell(row: number, column: number): Locator {
    return this.page.locator(`revogr-data .rgCell[data-row="${row}"][data-column="${column}"]`);
  }

  /** Keys that come before the grid has put its focus on the cell would go elsewhere. */
  async choose(row: number, column: number): Promise<void> {
    await this.cell(row, column).click();
    await eventually(async () => {
      const focus = await this.#grid().evaluate((element) => (element as HTMLElement & Grid).getFocused());
      return focus?.model.n === row && focus.column.prop === column;
    });
  }

  /** Opens the cell's editor, as a double click does, and types over what is in it. */
  async typeInto(row: number, column: number, text: string): Promise<void> {
    await this.cell(row, column).dblclick();
    const editor = this.page.locator('.editor input');
    await editor.fill(text);
    await editor.press('Enter');
    await editor.waitFor({ state: 'detached' });
  }

  async scrollTo(row: number): Promise<void> {
    await this.#grid().evaluate((element, to) => (element as HTMLElement & Grid).scrollToRow(to), row);
  }

  async close(): Promise<void> {
    await this.page.close();
    await this.workbench.close();
    await this.browser.close();
  }

  #grid(): Locator {
    return this.page.locator('revo-grid');
  }
}

export async function expectText(place: Locator, text: string): Promise<void> {
  await eventually(
    async () => (await place.textContent()) === text,
    () => place.textContent(),
  );
}

export async function expectValue(place: Locator, text: string): Promise<void> {
  await eventually(
    async () => (await place.inputValue()) === text,
    () => place.inputValue(),
  );
}

/** Pages need a moment; a test does not wait longer than it has to. */
export async function eventually(
  holds: () => boolean | Promise<boolean>,
  seen: () => unknown = () => 'nothing',
): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`It did not happen within five seconds; there is: ${String(await seen())}`);
}
