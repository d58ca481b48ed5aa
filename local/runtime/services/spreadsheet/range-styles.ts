/** Range: colours, fonts, alignment, wrapping, borders and number formats. */
import type { EnumValue } from '../../service-object';
import type { Border } from '../../workbook/style';
import { demand, flag, oneOf, orNull, text, whole } from './arguments';
import { rgb } from './color';
import { BorderStyle, TextDirection, WrapStrategy } from './enums';
import { color, first, optional, paint, paintEach, shown } from './painting';
import { RangeFonts } from './range-fonts';
import { areaOf } from './range-place';

/** `general` takes the format away. https://github.com/brucemcpherson/gas-fakes/blob/main/notes/oddities.md */
const format = (value: string): string | undefined =>
  value === '' || value.toLowerCase() === 'general' ? undefined : value;
const strategy = (value: EnumValue): string => value.name;
const wrapping = (wrap: boolean): string => (wrap ? 'WRAP' : 'OVERFLOW');

const nullableText = orNull(text);

export abstract class RangeStyles extends RangeFonts {
  getNumberFormat(): string {
    return first(this.getNumberFormats());
  }

  getNumberFormats(): string[][] {
    const { tab, rect } = areaOf(this);
    tab.demandInside(rect);
    return tab.formats(rect.row, rect.column, rect.rows, rect.columns);
  }

  setNumberFormat(numberFormat: string): this {
    demand('Range.setNumberFormat', [numberFormat], [text]);
    paint(this, 'format', () => format(numberFormat));
    return this;
  }

  setNumberFormats(numberFormats: string[][]): this {
    paintEach(this, 'setNumberFormats', numberFormats, 'format', format);
    return this;
  }

  getBackground(): string {
    return first(this.getBackgrounds());
  }

  getBackgrounds(): string[][] {
    return shown(this, 'background');
  }

  setBackground(value: string | null): this {
    demand('Range.setBackground', [value], [nullableText]);
    paint(this, 'background', () => color(value));
    return this;
  }

  setBackgrounds(values: (string | null)[][]): this {
    paintEach(this, 'setBackgrounds', values, 'background', color);
    return this;
  }

  setBackgroundRGB(red: number, green: number, blue: number): this {
    demand('Range.setBackgroundRGB', [red, green, blue], [whole, whole, whole]);
    return this.setBackground(rgb(red, green, blue));
  }

  getHorizontalAlignment(): string {
    return first(this.getHorizontalAlignments());
  }

  getHorizontalAlignments(): string[][] {
    return shown(this, 'horizontalAlignment');
  }

  setHorizontalAlignment(value: string | null): this {
    demand('Range.setHorizontalAlignment', [value], [nullableText]);
    paint(this, 'horizontalAlignment', () => optional(value));
    return this;
  }

  setHorizontalAlignments(values: (string | null)[][]): this {
    paintEach(this, 'setHorizontalAlignments', values, 'horizontalAlignment', optional);
    return this;
  }

  getVerticalAlignment(): string {
    return first(this.getVerticalAlignments());
  }

  getVerticalAlignments(): string[][] {
    return shown(this, 'verticalAlignment');
  }

  setVerticalAlignment(value: string | null): this {
    demand('Range.setVerticalAlignment', [value], [nullableText]);
    paint(this, 'verticalAlignment', () => optional(value));
    return this;
  }

  setVerticalAlignments(values: (string | null)[][]): this {
    paintEach(this, 'setVerticalAlignments', values, 'verticalAlignment', optional);
    return this;
  }

  getWrap(): boolean {
    return first(this.getWraps());
  }

  getWraps(): boolean[][] {
    return shown(this, 'wrapStrategy').map((line) => line.map((value) => value === 'WRAP'));
  }

  setWrap(isWrapEnabled: boolean): this {
    demand('Range.setWrap', [isWrapEnabled], [flag]);
    paint(this, 'wrapStrategy', () => wrapping(isWrapEnabled));
    return this;
  }

  setWraps(isWrapEnabled: boolean[][]): this {
    paintEach(this, 'setWraps', isWrapEnabled, 'wrapStrategy', wrapping);
    return this;
  }

  getWrapStrategy(): EnumValue {
    return first(this.getWrapStrategies());
  }

  getWrapStrategies(): EnumValue[][] {
    return shown(this, 'wrapStrategy').map((line) =>
      line.map((value) => WrapStrategy[value as keyof typeof WrapStrategy] ?? WrapStrategy.OVERFLOW),
    );
  }

  setWrapStrategy(value: EnumValue): this {
    demand('Range.setWrapStrategy', [value], [oneOf(WrapStrategy)]);
    paint(this, 'wrapStrategy', () => strategy(value));
    return this;
  }

  setWrapStrategies(strategies: EnumValue[][]): this {
    paintEach(this, 'setWrapStrategies', strategies, 'wrapStrategy', strategy);
    return this;
  }

  setTextDirection(direction: EnumValue | null): this {
    demand('Range.setTextDirection', [direction], [orNull(oneOf(TextDirection))]);
    paint(this, 'textDirection', () => direction?.name);
    return this;
  }

  setTextRotation(degrees: number): this {
    demand('Range.setTextRotation', [degrees], [whole]);
    paint(this, 'textRotation', () => (degrees === 0 ? undefined : degrees));
    return this;
  }

  setVerticalText(isVertical: boolean): this {
    demand('Range.setVerticalText', [isVertical], [flag]);
    paint(this, 'verticalText', () => (isVertical ? true : undefined));
    return this;
  }

  setShowHyperlink(showHyperlink: boolean): this {
    demand('Range.setShowHyperlink', [showHyperlink], [flag]);
    paint(this, 'showHyperlink', () => showHyperlink);
    return this;
  }

  /** true draws a line, false takes it away, null leaves it. */
  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontal: boolean | null,
    lineColor?: string | null,
    style?: EnumValue | null,
  ): this {
    const sides = [top, left, bottom, right, vertical, horizontal];
    const six = new Array(6).fill(orNull(flag));
    demand('Range.setBorder', [...sides, lineColor, style], six, [
      ...six,
      nullableText,
      orNull(oneOf(BorderStyle)),
    ]);
    const line: Border = { style: style?.name ?? 'SOLID', color: color(lineColor) ?? '#000000' };
    const { rows, columns } = areaOf(this).rect;
    const { tab, rect } = areaOf(this);
    const draw = (
      field: 'borderTop' | 'borderBottom' | 'borderLeft' | 'borderRight',
      side: (down: number, across: number) => boolean | null,
    ): void => {
      paint(this, field, (down, across) => {
        const wanted = side(down, across);
        if (wanted === null) return tab.style(rect.row + down, rect.column + across)[field];
        return wanted ? line : undefined;
      });
    };
    draw('borderTop', (down) => (down === 0 ? top : horizontal));
    draw('borderBottom', (down) => (down === rows - 1 ? bottom : horizontal));
    draw('borderLeft', (_, across) => (across === 0 ? left : vertical));
    draw('borderRight', (_, across) => (across === columns - 1 ? right : vertical));
    return this;
  }
}
