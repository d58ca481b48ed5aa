/** The editor of a cell: a line of text, with the choices of a drop-down below it. */
import type { ColumnDataSchemaModel, EditCell, EditorBase, EditorCtr } from '@revolist/revogrid';
import type { RowModel, TabData } from './tab-data';

type Save = (value?: unknown, preventFocus?: boolean) => void;

const MOST_CHOICES = 200;

/** Editors of one tab. Texts start as what a person would have typed, such as a formula. */
export function cellEditor(data: TabData): EditorCtr {
  return (column: ColumnDataSchemaModel, save: Save) => new CellEditor(data, column, save);
}

class CellEditor implements EditorBase {
  element: Element | null = null;
  editCell?: EditCell;
  #input: HTMLInputElement | null = null;
  #focused = false;
  readonly #row: number;
  readonly #column: number;
  #marked = -1;

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
    return true;
  }

  componentDidRender(): void {
    if (this.#focused || !this.#input) return;
    this.#focused = true;
    const input = this.#input;
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
    const cell = this.data.cell(this.#row, this.#column);
    const given = this.editCell?.val as unknown;
    const typedAKey = given !== undefined && given !== cell.text;
    const choices = this.data.list(this.#row, cell.list) ?? [];
    return h('div', { class: { editor: true } }, [
      h('input', {
        type: 'text',
        'aria-label': 'Cell',
        value: typedAKey ? String(given) : (cell.typed ?? cell.text),
        ref: (element: HTMLInputElement) => (this.#input = element),
        onKeyDown: (event: KeyboardEvent) => this.#key(event, choices),
      }),
      choices.length === 0
        ? null
        : h(
            'ul',
            { class: { choices: true }, role: 'listbox' },
            choices.slice(0, MOST_CHOICES).map((choice) =>
              h(
                'li',
                {
                  role: 'option',
                  'aria-selected': String(choice === cell.text),
                  onMouseDown: (event: MouseEvent) => {
                    event.preventDefault();
                    event.stopPropagation();
                    this.save(choice);
                  },
                },
                choice,
              ),
            ),
          ),
    ]);
  }

  #key(event: KeyboardEvent, choices: readonly string[]): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && choices.length > 0) {
      event.preventDefault();
      event.stopPropagation();
      this.#marked = (this.#marked + step + choices.length) % choices.length;
      if (this.#input) this.#input.value = choices[this.#marked] ?? '';
    } else if ((event.key === 'Enter' || event.key === 'Tab') && !event.isComposing) {
      const value = this.getValue();
      this.beforeDisconnect();
      this.save(value, event.key === 'Tab');
    }
  }
}
