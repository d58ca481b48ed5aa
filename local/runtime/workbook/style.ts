/** How a cell looks. Equal styles are one object, so that a million cells share a few. */
import { isDateFormat } from './cells/number-format';

export interface Border {
  readonly style: string;
  readonly color: string;
}

/** Only what was set; everything else is Sheets' default. Colours as given by the script. */
export interface StyleFields {
  /** Number format. */
  readonly format?: string;
  readonly background?: string;
  readonly fontColor?: string;
  readonly fontWeight?: string;
  readonly fontStyle?: string;
  readonly fontLine?: string;
  readonly fontFamily?: string;
  /** Points. */
  readonly fontSize?: number;
  readonly horizontalAlignment?: string;
  readonly verticalAlignment?: string;
  readonly wrapStrategy?: string;
  readonly textDirection?: string;
  /** Degrees. */
  readonly textRotation?: number;
  readonly verticalText?: boolean;
  readonly showHyperlink?: boolean;
  readonly borderTop?: Border;
  readonly borderBottom?: Border;
  readonly borderLeft?: Border;
  readonly borderRight?: Border;
}

export type StyleField = keyof StyleFields;

/** What Apps Script reports for a cell whose style was never set. https://developers.google.com/apps-script/reference/spreadsheet/range */
export const DEFAULT_STYLE = {
  background: '#ffffff',
  fontColor: '#000000',
  fontWeight: 'normal',
  fontStyle: 'normal',
  fontLine: 'none',
  fontFamily: 'Arial',
  fontSize: 10,
  horizontalAlignment: 'general',
  verticalAlignment: 'bottom',
  wrapStrategy: 'OVERFLOW',
} as const;

/** An interned style: compare with ===. */
export class Style {
  /** Numbers in such a cell are read as dates. */
  readonly isDate: boolean;
  readonly isPlainText: boolean;
  readonly #next = new Map<string, Style | undefined>();

  private constructor(readonly fields: StyleFields) {
    this.isDate = isDateFormat(fields.format);
    this.isPlainText = fields.format === '@';
  }

  static readonly #known = new Map<string, Style>();

  /** Undefined stands for the default style. */
  static of(fields: StyleFields): Style | undefined {
    const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
    if (entries.length === 0) return undefined;
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify(entries);
    let style = Style.#known.get(key);
    if (style === undefined) {
      style = new Style(Object.fromEntries(entries));
      Style.#known.set(key, style);
    }
    return style;
  }

  /** The style with one field changed; undefined sets it back to the default. */
  static with<F extends StyleField>(
    style: Style | undefined,
    field: F,
    value: StyleFields[F] | undefined,
  ): Style | undefined {
    if (style?.fields[field] === value) return style;
    if (style === undefined) return value === undefined ? undefined : Style.of({ [field]: value });
    const step = `${field}=${JSON.stringify(value)}`;
    if (!style.#next.has(step)) {
      const { [field]: _, ...rest } = style.fields;
      style.#next.set(step, Style.of(value === undefined ? rest : { ...rest, [field]: value }));
    }
    return style.#next.get(step);
  }
}
