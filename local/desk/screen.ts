/** What one person sees of a spreadsheet: menus, toasts, dialogs and the sidebar; and how they answer. */
import type { Dialog, MenuNode, Screen } from '../runtime/host';

/** A button's name, or the text for a prompt; `{ text }` is typed and confirmed with OK. */
export type Answer = string | { readonly text: string } | 'cancel';

export interface Pressed {
  readonly button: string;
  readonly text: string;
}

/** Where a script led the person to. */
export interface Led {
  readonly times: number;
  readonly row: number;
  readonly column: number;
}

/** Who answers alerts and prompts in place of the queue: the workbench's page. */
export type Asker = (dialog: Dialog) => Promise<Pressed>;

export class DeskScreen implements Screen {
  readonly dialogs: Dialog[] = [];
  readonly toasts: string[] = [];
  menus: readonly MenuNode[] = [];
  /** The sidebar that is open. An add-on shows one at a time. */
  sidebar: Dialog | null = null;
  /** How often a script selected cells, and the first of those that it selected last. */
  led: Led = { times: 0, row: 1, column: 1 };
  asker: Asker | null = null;
  readonly #answers: Answer[] = [];
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get interactive(): boolean {
    return this.asker !== null;
  }

  answer(...answers: readonly Answer[]): void {
    this.#answers.push(...answers);
  }

  /** A menu of the same name is replaced, as when onOpen runs again. */
  showMenu(menu: MenuNode): void {
    this.menus = [...this.menus.filter(({ label }) => label !== menu.label), menu];
    this.#changed();
  }

  toast(message: string, title: string): void {
    this.toasts.push(title === '' ? message : `${title}: ${message}`);
    this.#changed();
  }

  show(dialog: Dialog): void {
    this.dialogs.push(dialog);
    if (dialog.kind === 'sidebar') this.sidebar = dialog;
    this.#changed();
  }

  activate(_sheetName: string, cell?: { readonly row: number; readonly column: number }): void {
    if (cell) this.led = { times: this.led.times + 1, row: cell.row, column: cell.column };
    this.#changed();
  }

  /**
   * Takes the next answer of the queue. Without one, a message that offers only OK is confirmed, and a question is
   * closed by its X, so that nothing is ever confirmed by accident.
   */
  async ask(dialog: Dialog): Promise<Pressed> {
    const shown: Dialog = { ...dialog };
    this.dialogs.push(shown);
    this.#changed();
    const pressed = this.asker === null ? this.#next(shown) : await this.asker(shown);
    shown.answer = pressed.button;
    this.#changed();
    return pressed;
  }

  #next({ kind, title, text, buttons = ['OK'] }: Dialog): Pressed {
    const onlyOk = buttons.length === 1;
    const next = this.#answers[0];
    const isOk = typeof next === 'string' && next.toUpperCase() === 'OK';
    if (next === undefined || (onlyOk && kind === 'alert' && !isOk)) {
      return { button: onlyOk && kind === 'alert' ? 'OK' : 'CLOSE', text: '' };
    }
    this.#answers.shift();
    if (typeof next === 'object') return { button: buttons[0] ?? 'OK', text: next.text };
    const button = next.toUpperCase();
    if (buttons.includes(button) || button === 'CLOSE') return { button, text: '' };
    if (button === 'CANCEL') return { button: buttons.includes('NO') ? 'NO' : 'CLOSE', text: '' };
    if (kind === 'prompt') return { button: buttons[0] ?? 'OK', text: next };
    throw new Error(`“${title || text}” offers ${buttons.join(', ')}, and was answered with “${next}”.`);
  }
}
