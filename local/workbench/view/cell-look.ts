/** How cells look, told once for all cells that look the same. */
import type { Scalar } from '../../runtime/workbook/cells/cell';
import type { Style, StyleFields } from '../../runtime/workbook/style';
import type { CellLook } from '../protocol';

type Side = 'left' | 'center' | 'right';

const SIDES: Readonly<Record<string, Side>> = { left: 'left', center: 'center', right: 'right' };

/** Where Sheets puts a value when nobody said so: numbers and dates right, booleans in the middle, text left. */
function naturalSide(value: Scalar | null): Side {
  if (typeof value === 'number') return 'right';
  return typeof value === 'boolean' ? 'center' : 'left';
}

function look(fields: StyleFields, side: Side): CellLook {
  const { background, fontColor, fontLine, fontSize } = fields;
  return {
    ...(background === undefined ? {} : { background }),
    ...(fontColor === undefined ? {} : { color: fontColor }),
    ...(fontSize === undefined ? {} : { size: fontSize }),
    ...(fields.fontWeight === 'bold' ? { bold: true } : {}),
    ...(fields.fontStyle === 'italic' ? { italic: true } : {}),
    ...(fontLine === 'underline' || fontLine === 'line-through' ? { line: fontLine } : {}),
    ...(fields.wrapStrategy === 'WRAP' ? { wrap: true } : {}),
    ...(side === 'left' ? {} : { align: side }),
  };
}

/** Collects the looks of one answer. */
export class LookTable {
  readonly looks: CellLook[] = [];
  readonly #known = new Map<Style | undefined, Partial<Record<Side, number | null>>>();

  /** Undefined for a plain cell. */
  index(style: Style | undefined, value: Scalar | null): number | undefined {
    const side = SIDES[style?.fields.horizontalAlignment ?? ''] ?? naturalSide(value);
    if (style === undefined && side === 'left') return undefined;
    let sides = this.#known.get(style);
    if (sides === undefined) this.#known.set(style, (sides = {}));
    let index = sides[side];
    if (index === undefined) index = sides[side] = this.#add(look(style?.fields ?? {}, side));
    return index ?? undefined;
  }

  /** Null for a look that does not differ from a plain cell's, such as that of a number format. */
  #add(cellLook: CellLook): number | null {
    return Object.keys(cellLook).length === 0 ? null : this.looks.push(cellLook) - 1;
  }
}
