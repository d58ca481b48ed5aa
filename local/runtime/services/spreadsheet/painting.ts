/** Sets and shows one style field of a range. */
import { DEFAULT_STYLE, type StyleField, type StyleFields } from '../../workbook/style';
import { demand, grid } from './arguments';
import { colorText } from './color';
import { demandChange, demandSize, type RangeContents } from './range-contents';
import { areaOf } from './range-place';

/** Sets a field of every cell; undefined sets it back to the default. Positions count within the range, from 0. */
export function paint<F extends StyleField>(
  range: RangeContents,
  field: F,
  value: (down: number, across: number) => StyleFields[F] | undefined,
): void {
  const area = areaOf(range);
  demandChange(area);
  const { row, column } = area.rect;
  area.tab.restyle(area.rect, field, (r, c) => value(r - row, c - column));
}

/** Sets a field from a grid of the range's size. */
export function paintEach<V, F extends StyleField>(
  range: RangeContents,
  method: string,
  values: readonly (readonly V[])[],
  field: F,
  convert: (value: V) => StyleFields[F] | undefined,
): void {
  demand(`Range.${method}`, [values], [grid]);
  demandSize(areaOf(range), values);
  paint(range, field, (down, across) => convert(values[down]?.[across] as V));
}

/** A field of every cell, the default where it was never set. */
export function shown<F extends keyof typeof DEFAULT_STYLE>(
  range: RangeContents,
  field: F,
): NonNullable<StyleFields[F]>[][] {
  const { tab, rect } = areaOf(range);
  tab.demandInside(rect);
  const standard = DEFAULT_STYLE[field] as NonNullable<StyleFields[F]>;
  return tab.styled(rect, field).map((line) => line.map((value) => value ?? standard));
}

export function first<T>(values: readonly (readonly T[])[]): T {
  return values[0]?.[0] as T;
}

/** null sets back to the default. */
export const optional = <T>(value: T | null | undefined): T | undefined => value ?? undefined;

/** null and '' set back to the default. */
export const color = (value: string | null | undefined): string | undefined =>
  value === null || value === undefined || value === '' ? undefined : colorText(value);
