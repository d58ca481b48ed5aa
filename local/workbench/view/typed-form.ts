/** What a person would have to type to get what a cell holds: the text of the formula bar and of the cell editor. */
import type { Scalar } from '../../runtime/workbook/cells/cell';
import { formatCell, GENERAL } from '../../runtime/workbook/cells/number-format';
import { typeText, type TypingContext } from '../../runtime/workbook/cells/typing';
import { Formula, type Content } from '../../runtime/workbook/content';
import type { Style } from '../../runtime/workbook/style';

const MOMENT = 'yyyy-mm-dd hh:mm:ss';

/** @param display the text that the cell shows */
export function typedForm(
  content: Content | undefined,
  style: Style | undefined,
  display: string,
  context: TypingContext,
): string {
  if (content === undefined) return '';
  if (content instanceof Formula) return content.text;
  if (typeof content === 'boolean') return content ? 'TRUE' : 'FALSE';
  if (typeof content === 'string') {
    return style?.isPlainText === true || gives(content, content, context) ? content : `'${content}`;
  }
  const candidates = [display, formatCell(content, style?.isDate ? MOMENT : GENERAL, context.locale)];
  return candidates.find((text) => gives(text, content, context)) ?? String(content);
}

function gives(text: string, value: Scalar, context: TypingContext): boolean {
  const typed = typeText(text, context);
  return typed.kind === 'value' && typed.value === value;
}
