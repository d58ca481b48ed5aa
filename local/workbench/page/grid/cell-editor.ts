/** The editor of a cell: a line of text, with the choices of a drop-down below it. */
import type { ColumnDataSchemaModel, EditCell, EditorBase, EditorCtr } from '@revolist/revogrid';
import type { RichCell } from '../../protocol';
import { ChoiceList, LIST_ID, MARKED_ID } from './choice-list';
import type { RowModel, TabData } from './tab-data';

type Save = (value?: unknown, preventFocus?: boolean) => void;

/** Editors of one tab. Texts start as what a person would have typed, such as a formula. */
export function cellEditor(data: TabData): EditorCtr {
  return (column: ColumnDataSchemaModel, save: Save) => new CellEditor(data, column, save);
}

class CellEditor implements EditorBase {
  element: Element | null = null;
  editCell?: EditCell;
  #input: HTMLInputElement | null = null;
  #listPlace: HTMLElement | null = null;
  #list: ChoiceList | null = null;
  #focused = false;
  readonly #row: number;
  readonly #column: number;

  constructor(
    private readonly data: TabData,
    { model, prop }: ColumnDataSchemaModel,
    private readonly save: Save,
  ) {
    this.#row = (model as RowModel).n;
    this.#column = Number(prop);
  }

  getValue(): string {
    return this.#input?.value ?? '';
  }

  appendPendingInput(text: string): boolean {
    if (!this.#input) return false;
    this.#input.value += text;
    this.#input.focus();
    this.#narrow();
    return true;
  }

  componentDidRender(): void {
    if (this.#focused || !this.#input) return;
    this.#focused = true;
    const input = this.#input;
    this.#openList(input);
    // The grid takes the focus back while it draws.
    setTimeout(() => {
      input.focus();
      input.setSelectionRange(input.value.length, input.value.length);
    });
  }

  beforeDisconnect(): void {
    this.#input?.blur();
  }

  render(h: Parameters<EditorBase['render']>[0]): ReturnType<EditorBase['render']> {
    const given = this.editCell?.val as unknown;
    const { text, typed = text } = this.#cell;
    const typedAKey = given !== undefined && given !== text;
    const list = {
      role: 'combobox',
      'aria-controls': LIST_ID,
      'aria-expanded': 'true',
      autocomplete: 'off',
    };
    return h('div', { class: { editor: true } }, [
      h('input', {
        type: 'text',
        'aria-label': 'Cell',
        value: typedAKey ? String(given) : typed,
        ...(this.#choices ? list : {}),
        ref: (element: HTMLInputElement) => (this.#input = element),
        onInput: () => this.#narrow(),
        onKeyDown: (event: KeyboardEvent) => this.#key(event),
      }),
      this.#choices
        ? h('ul', {
            id: LIST_ID,
            class: { choices: true },
            role: 'listbox',
            'aria-label': 'Choices',
            ref: (element: HTMLElement) => (this.#listPlace = element),
          })
        : null,
    ]);
  }

  get #cell(): RichCell {
    return this.data.cell(this.#row, this.#column);
  }

  get #choices(): readonly string[] | undefined {
    return this.data.list(this.#row, this.#cell.list);
  }

  /** All choices, unless the editor was opened by typing. */
  #openList({ value }: HTMLInputElement): void {
    if (!this.#listPlace || !this.#choices) return;
    const { text, typed = text } = this.#cell;
    this.#list = new ChoiceList(this.#listPlace, this.#choices, text, (choice) => this.save(choice));
    if (value !== typed) this.#list.narrow(value);
  }

  #narrow(): void {
    this.#list?.narrow(this.getValue());
    this.#input?.removeAttribute('aria-activedescendant');
  }

  #key(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && this.#list) {
      event.preventDefault();
      event.stopPropagation();
      this.#list.move(step);
      this.#input?.setAttribute('aria-activedescendant', MARKED_ID);
    } else if ((event.key === 'Enter' || event.key === 'Tab') && !event.isComposing) {
      const value = this.#list?.marked ?? this.getValue();
      this.beforeDisconnect();
      this.save(value, event.key === 'Tab');
    }
  }
}
