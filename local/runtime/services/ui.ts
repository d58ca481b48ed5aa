/** Ui: menus, alerts, prompts, dialogs and the sidebar. https://developers.google.com/apps-script/reference/base/ui */
import type { Dialog, Host, MenuNode } from '../host';
import { EnumValue, enumeration, ScriptError, ServiceObject } from '../service-object';
import { HtmlOutput } from './html/output';
import { releaseLocks } from './lock';
import { mismatch } from './signature';

const Button = enumeration('Button', 'CLOSE', 'OK', 'CANCEL', 'YES', 'NO');
const ButtonSet = enumeration('ButtonSet', 'OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL');

/** A sidebar's fixed width in pixels. https://developers.google.com/workspace/add-ons/how-tos/dialogs */
const SIDEBAR_WIDTH = 300;

/** The three overloads that alert and prompt share: (text), (text, buttons), (title, text, buttons). */
function question(kind: 'alert' | 'prompt', args: readonly unknown[]): Dialog {
  const count = args.filter((arg) => arg !== undefined).length;
  const [first, second, third] = args;
  const asked = (title: unknown, text: unknown, set: unknown): Dialog => {
    const known = set instanceof EnumValue && set.enumName === 'ButtonSet';
    if (!known || text === null || text === undefined) throw mismatch(`Ui.${kind}`, args);
    return { kind, title: String(title), text: String(text), buttons: set.name.split('_') };
  };
  if (count === 1) return asked('', first, ButtonSet.OK);
  if (count === 2) return asked('', first, second);
  return asked(first, second, third);
}

class PromptResponse extends ServiceObject {
  readonly className = 'PromptResponse';
  readonly #button: EnumValue;
  readonly #text: string;

  constructor(button: EnumValue, text: string) {
    super();
    this.#button = button;
    this.#text = text;
  }

  /** What was typed, whatever button was pressed. */
  getResponseText(): string {
    return this.#text;
  }

  getSelectedButton(): EnumValue {
    return this.#button;
  }
}

class Menu extends ServiceObject {
  readonly className = 'Menu';
  readonly #host: Host;
  readonly #label: string;
  readonly #children: (MenuNode | Menu)[] = [];

  constructor(host: Host, label: string) {
    super();
    this.#host = host;
    this.#label = label;
  }

  addItem(caption: string, functionName: string): this {
    if (typeof caption !== 'string' || typeof functionName !== 'string') {
      throw mismatch('Menu.addItem', [caption, functionName]);
    }
    this.#children.push({ label: caption, fn: functionName });
    return this;
  }

  addSeparator(): this {
    this.#children.push({ label: '', separator: true });
    return this;
  }

  addSubMenu(menu: Menu): this {
    if (!(menu instanceof Menu)) throw mismatch('Menu.addSubMenu', [menu]);
    this.#children.push(menu);
    return this;
  }

  addToUi(): void {
    this.#host.screen.showMenu(this.#node());
  }

  #node(): MenuNode {
    const children = this.#children.map((child) => (child instanceof Menu ? child.#node() : child));
    return { label: this.#label, children };
  }
}

class Ui extends ServiceObject {
  readonly className = 'Ui';
  override readonly constants = { Button, ButtonSet };
  readonly #host: Host;

  constructor(host: Host) {
    super();
    this.#host = host;
  }

  async alert(...args: unknown[]): Promise<EnumValue> {
    return (await this.#ask(question('alert', args))).getSelectedButton();
  }

  async prompt(...args: unknown[]): Promise<PromptResponse> {
    return this.#ask(question('prompt', args));
  }

  createMenu(caption: string): Menu {
    if (typeof caption !== 'string') throw mismatch('Ui.createMenu', [caption]);
    return new Menu(this.#host, caption);
  }

  /** The menu of the add-on under Extensions: it bears the name of the script project. */
  createAddonMenu(): Menu {
    return new Menu(this.#host, this.#host.file.projectName ?? 'Add-on');
  }

  showSidebar(userInterface: HtmlOutput): void {
    if (!(userInterface instanceof HtmlOutput)) throw mismatch('Ui.showSidebar', [userInterface]);
    this.#host.screen.show({
      kind: 'sidebar',
      title: userInterface.getTitle() ?? '',
      text: userInterface.getContent(),
      width: SIDEBAR_WIDTH,
    });
  }

  showModalDialog(userInterface: HtmlOutput, title: string): void {
    this.#show('modal', 'showModalDialog', userInterface, title);
  }

  showModelessDialog(userInterface: HtmlOutput, title: string): void {
    this.#show('modeless', 'showModelessDialog', userInterface, title);
  }

  #show(kind: 'modal' | 'modeless', method: string, html: HtmlOutput, title: string): void {
    if (!(html instanceof HtmlOutput) || typeof title !== 'string')
      throw mismatch(`Ui.${method}`, [html, title]);
    const width = html.getWidth();
    const height = html.getHeight();
    this.#host.screen.show({
      kind,
      title,
      text: html.getContent(),
      ...(width === null ? {} : { width }),
      ...(height === null ? {} : { height }),
    });
  }

  async #ask(dialog: Dialog): Promise<PromptResponse> {
    releaseLocks(this.#host);
    const { screen, company } = this.#host;
    company?.end();
    const { button, text } = await screen.ask(dialog).finally(() => company?.begin());
    const pressed = Object.values(Button).find(({ name }) => name === button);
    if (pressed === undefined) throw new Error(`A dialog was answered with “${button}”, which is no button.`);
    return new PromptResponse(pressed, text);
  }
}

/**
 * The user interface of the open spreadsheet.
 * @throws ScriptError in runs of installed triggers, which have no screen (text as developers met it live).
 */
export function createUi(host: Host): ServiceObject {
  if (host.execution.kind === 'trigger') {
    throw new ScriptError('Cannot call SpreadsheetApp.getUi() from this context.');
  }
  return new Ui(host);
}
