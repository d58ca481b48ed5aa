/** The choices below an open editor: narrowed down by typing, walked through with the arrow keys. */

/** Ids of the list and of its marked choice: one editor is open at a time. */
export const LIST_ID = 'choices';
export const MARKED_ID = 'marked-choice';

/** More are not listed; the person is asked to type. */
const MOST_SHOWN = 200;

export class ChoiceList {
  readonly #element: HTMLElement;
  readonly #choices: readonly string[];
  #shown: readonly string[];
  #marked: number;

  /** @param current what the cell holds: marked at first, and where the arrow keys start from */
  constructor(
    element: HTMLElement,
    choices: readonly string[],
    current: string,
    onPick: (choice: string) => void,
  ) {
    this.#element = element;
    this.#choices = choices;
    this.#shown = choices;
    this.#marked = choices.indexOf(current);
    element.addEventListener('mousedown', (event) => {
      event.preventDefault();
      event.stopPropagation();
      const choice = (event.target as HTMLElement).closest<HTMLElement>('[role="option"]');
      if (choice) onPick(choice.textContent ?? '');
    });
    this.#draw();
    this.#turnUp();
  }

  /** What Enter takes; undefined for what was typed. */
  get marked(): string | undefined {
    return this.#shown[this.#marked];
  }

  /** Shows the choices that contain the text, and marks none. */
  narrow(text: string): void {
    const wanted = text.toLowerCase();
    this.#shown = this.#choices.filter((choice) => choice.toLowerCase().includes(wanted));
    this.#marked = -1;
    this.#draw();
  }

  /** Marks the next (1) or the previous (-1) choice, round the ends. */
  move(step: 1 | -1): void {
    const count = Math.min(this.#shown.length, MOST_SHOWN);
    if (count === 0) return;
    const from = this.#marked < 0 && step < 0 ? 0 : this.#marked;
    this.#marked = (from + step + count) % count;
    this.#draw();
  }

  #draw(): void {
    const lines = this.#shown.slice(0, MOST_SHOWN).map((choice, at) => {
      const line = document.createElement('li');
      line.role = 'option';
      line.ariaSelected = String(at === this.#marked);
      line.id = at === this.#marked ? MARKED_ID : '';
      line.textContent = choice;
      return line;
    });
    this.#element.replaceChildren(...lines);
    const more = this.#shown.length - lines.length;
    if (more > 0) {
      const rest = document.createElement('li');
      rest.role = 'note';
      rest.textContent = `… and ${more.toLocaleString()} more: type to find one`;
      this.#element.append(rest);
    }
    this.#element.hidden = this.#shown.length === 0;
    this.#element.querySelector(`#${MARKED_ID}`)?.scrollIntoView({ block: 'nearest' });
  }

  /** Above the cell where there is no room below it. */
  #turnUp(): void {
    const bottom = this.#element.closest('revo-grid')?.getBoundingClientRect().bottom ?? Infinity;
    this.#element.classList.toggle('above', this.#element.getBoundingClientRect().bottom > bottom);
  }
}
