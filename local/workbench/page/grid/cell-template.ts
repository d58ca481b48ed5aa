/** How one cell is drawn: text as text, a checkbox, a drop-down's arrow, the corner of a note or of a warning. */
import type { CellProps, CellTemplate, PropertiesFunc } from '@revolist/revogrid';
import type { CellLook } from '../../protocol';
import type { RowModel, TabData } from './tab-data';

export interface CellActions {
  toggle(row: number, column: number): void;
  openList(row: number, column: number): void;
}

export function cellTemplate(data: TabData, actions: CellActions): CellTemplate {
  return (h, { model, prop }) => {
    const row = (model as RowModel).n;
    const column = Number(prop);
    const { text, checkbox, list } = data.cell(row, column);
    if (checkbox) {
      return h('span', {
        class: { tick: true, on: checkbox.on },
        role: 'checkbox',
        'aria-checked': String(checkbox.on),
        onMouseDown: (event: MouseEvent) => event.stopPropagation(),
        onClick: () => actions.toggle(row, column),
      });
    }
    if (list === undefined) return text;
    const arrow = h('span', {
      class: { arrow: true },
      onClick: () => actions.openList(row, column),
    });
    return [text, arrow];
  };
}

export function cellProperties(data: TabData): PropertiesFunc {
  return ({ model, prop }): CellProps => {
    const row = (model as RowModel).n;
    const column = Number(prop);
    const cell = data.cell(row, column);
    const look = data.look(row, cell.look);
    return {
      'data-row': row,
      'data-column': column,
      class: {
        noted: cell.note !== undefined,
        warned: cell.warning !== undefined,
        listed: cell.list !== undefined,
        wrapped: look?.wrap === true,
      },
      ...(look ? { style: style(look) } : {}),
    };
  };
}

function style(look: CellLook): Record<string, string> {
  return {
    ...(look.background ? { backgroundColor: look.background } : {}),
    ...(look.color ? { color: look.color } : {}),
    ...(look.bold ? { fontWeight: 'bold' } : {}),
    ...(look.italic ? { fontStyle: 'italic' } : {}),
    ...(look.line ? { textDecoration: look.line } : {}),
    ...(look.align ? { textAlign: look.align } : {}),
    ...(look.size ? { fontSize: `${String(look.size)}pt` } : {}),
  };
}
