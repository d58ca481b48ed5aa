/** Range: fonts and their colours. */
import { demand, orNull, text, whole } from './arguments';
import { color, first, optional, paint, paintEach, shown } from './painting';
import { RangeContents } from './range-contents';

const nullableText = orNull(text);

export abstract class RangeFonts extends RangeContents {
  getFontColor(): string {
    return first(this.getFontColors());
  }

  getFontColors(): string[][] {
    return shown(this, 'fontColor');
  }

  setFontColor(value: string | null): this {
    demand('Range.setFontColor', [value], [nullableText]);
    paint(this, 'fontColor', () => color(value));
    return this;
  }

  setFontColors(values: (string | null)[][]): this {
    paintEach(this, 'setFontColors', values, 'fontColor', color);
    return this;
  }

  getFontWeight(): string {
    return first(this.getFontWeights());
  }

  getFontWeights(): string[][] {
    return shown(this, 'fontWeight');
  }

  setFontWeight(value: string | null): this {
    demand('Range.setFontWeight', [value], [nullableText]);
    paint(this, 'fontWeight', () => optional(value));
    return this;
  }

  setFontWeights(values: (string | null)[][]): this {
    paintEach(this, 'setFontWeights', values, 'fontWeight', optional);
    return this;
  }

  getFontStyle(): string {
    return first(this.getFontStyles());
  }

  getFontStyles(): string[][] {
    return shown(this, 'fontStyle');
  }

  setFontStyle(value: string | null): this {
    demand('Range.setFontStyle', [value], [nullableText]);
    paint(this, 'fontStyle', () => optional(value));
    return this;
  }

  setFontStyles(values: (string | null)[][]): this {
    paintEach(this, 'setFontStyles', values, 'fontStyle', optional);
    return this;
  }

  getFontLine(): string {
    return first(this.getFontLines());
  }

  getFontLines(): string[][] {
    return shown(this, 'fontLine');
  }

  setFontLine(value: string | null): this {
    demand('Range.setFontLine', [value], [nullableText]);
    paint(this, 'fontLine', () => optional(value));
    return this;
  }

  setFontLines(values: (string | null)[][]): this {
    paintEach(this, 'setFontLines', values, 'fontLine', optional);
    return this;
  }

  getFontFamily(): string {
    return first(this.getFontFamilies());
  }

  getFontFamilies(): string[][] {
    return shown(this, 'fontFamily');
  }

  setFontFamily(value: string | null): this {
    demand('Range.setFontFamily', [value], [nullableText]);
    paint(this, 'fontFamily', () => optional(value));
    return this;
  }

  setFontFamilies(values: (string | null)[][]): this {
    paintEach(this, 'setFontFamilies', values, 'fontFamily', optional);
    return this;
  }

  getFontSize(): number {
    return first(this.getFontSizes());
  }

  getFontSizes(): number[][] {
    return shown(this, 'fontSize');
  }

  setFontSize(size: number): this {
    demand('Range.setFontSize', [size], [whole]);
    paint(this, 'fontSize', () => size);
    return this;
  }

  setFontSizes(sizes: number[][]): this {
    paintEach(this, 'setFontSizes', sizes, 'fontSize', optional);
    return this;
  }
}
