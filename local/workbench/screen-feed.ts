/** What the script shows to the person, and the person's answers on their way back to it. */
import type { DeskScreen, Pressed } from '../desk/screen';
import type { Dialog } from '../runtime/host';
import type { FrameView, MenuView, QuestionView, ToastView } from './protocol';

const SIDEBAR_WIDTH = 300;
/** Where a script does not say how large its dialog is. Pixels. */
const DIALOG_WIDTH = 600;
const TOAST_SECONDS = 5;
/** Older toasts have long faded. */
const LAST_TOASTS = 5;

interface Open {
  readonly dialog: Dialog;
  readonly resolve: (pressed: Pressed) => void;
}

export class ScreenFeed {
  readonly #questions = new Map<number, Open>();
  readonly #closed = new Set<Dialog>();
  #asked = 0;

  constructor(private readonly screen: DeskScreen) {
    screen.asker = (dialog) =>
      new Promise((resolve) => {
        this.#questions.set((this.#asked += 1), { dialog, resolve });
      });
  }

  get menus(): readonly MenuView[] {
    return this.screen.menus;
  }

  get questions(): QuestionView[] {
    return [...this.#questions].map(([id, { dialog }]) => ({
      id,
      kind: dialog.kind === 'prompt' ? 'prompt' : 'alert',
      title: dialog.title,
      text: dialog.text,
      buttons: dialog.buttons ?? ['OK'],
    }));
  }

  /** Of each kind the last one shown, as an add-on has one sidebar and one dialog at a time. */
  get frames(): FrameView[] {
    const frames = new Map<string, FrameView>();
    this.screen.dialogs.forEach((dialog, id) => {
      const { kind, title, text: html, width, height } = dialog;
      if (kind === 'alert' || kind === 'prompt') return;
      const place = kind === 'sidebar' ? 'sidebar' : 'dialog';
      frames.delete(place);
      if (this.#closed.has(dialog)) return;
      frames.set(place, {
        id,
        kind,
        title,
        html,
        width: kind === 'sidebar' ? SIDEBAR_WIDTH : (width ?? DIALOG_WIDTH),
        ...(height === undefined ? {} : { height }),
      });
    });
    return [...frames.values()];
  }

  get toasts(): ToastView[] {
    const { toasts } = this.screen;
    const first = Math.max(0, toasts.length - LAST_TOASTS);
    return toasts
      .slice(first)
      .map((message, index) => ({ id: first + index, title: '', message, seconds: TOAST_SECONDS }));
  }

  /** @throws Error where the question was answered before */
  answer(question: number, pressed: Pressed): void {
    const open = this.#questions.get(question);
    if (!open) throw new Error('That question was answered already.');
    this.#questions.delete(question);
    open.resolve(pressed);
  }

  closeFrame(id: number): void {
    const dialog = this.screen.dialogs[id];
    if (dialog) this.#closed.add(dialog);
  }

  /** Everybody who still waits gets the answer of a closed window. */
  close(): void {
    for (const id of [...this.#questions.keys()]) this.answer(id, { button: 'CLOSE', text: '' });
    this.screen.asker = null;
  }
}
