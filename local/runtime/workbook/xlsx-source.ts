/** A workbook as the .xlsx writer takes it. */
import { quoteSheetName, columnLetters } from './a1';
import type { Scalar } from './cells/cell';
import { Formula, resultOf, type Content } from './content';
import type { Sheet } from './sheet';
import type { StyleFields } from './style';
import { checkboxValues, listOptions, type ValidationRule } from './validation';
import type { Workbook } from './workbook';
import type { XlsxCell, XlsxSheet, XlsxSource, XlsxValidation } from './xlsx';

export function xlsxSource(workbook: Workbook): XlsxSource {
  return { name: workbook.name, sheets: workbook.sheets().map(xlsxSheet) };
}

function xlsxSheet(sheet: Sheet): XlsxSheet {
  sheet.workbook.calculation.refresh(sheet);
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    columnWidths: sheet.columnAxis.sizes(),
    hiddenColumns: sheet.hiddenColumns(),
    hiddenRows: sheet.hiddenRows(),
    cells: cells(sheet),
  };
}

function* cells(sheet: Sheet): Generator<XlsxCell> {
  const extents = [sheet.contents, sheet.styles, sheet.noteTexts, sheet.rules, sheet.spills].map((layer) =>
    layer.extent(),
  );
  const rows = Math.max(...extents.map((extent) => extent.rows));
  const columns = Math.max(...extents.map((extent) => extent.columns));
  for (let row = 1; row <= rows; row++) {
    for (let column = 1; column <= columns; column++) {
      const content = sheet.contents.get(row, column);
      const style = sheet.styles.get(row, column);
      const note = sheet.noteTexts.get(row, column);
      const rule = sheet.rules.get(row, column);
      const spill = sheet.spills.get(row, column);
      if ([content, style, note, rule, spill].every((part) => part === undefined)) continue;
      yield {
        row,
        column,
        value: content === undefined ? (spill ?? null) : resultOf(content),
        ...formula(content),
        ...(note === undefined ? {} : { note }),
        ...look(style?.fields ?? {}),
        ...validation(rule),
      };
    }
  }
}

function formula(content: Content | undefined): { formula?: string } {
  return content instanceof Formula ? { formula: content.text } : {};
}

function look(style: StyleFields): Partial<XlsxCell> {
  const { format, background, fontColor, horizontalAlignment: align } = style;
  return {
    ...(format === undefined ? {} : { format }),
    ...(style.fontWeight === 'bold' ? { bold: true } : {}),
    ...(style.fontStyle === 'italic' ? { italic: true } : {}),
    ...(background === undefined ? {} : { background }),
    ...(fontColor === undefined ? {} : { fontColor }),
    ...(style.wrapStrategy === 'WRAP' ? { wrap: true } : {}),
    ...(align === 'left' || align === 'center' || align === 'right' ? { horizontalAlignment: align } : {}),
  };
}

function validation(rule: ValidationRule | undefined): { validation?: XlsxValidation } {
  if (rule === undefined) return {};
  const common = {
    allowInvalid: rule.allowInvalid,
    ...(rule.helpText === null ? {} : { helpText: rule.helpText }),
  };
  switch (rule.criteria) {
    case 'CHECKBOX': {
      if (rule.values.length === 0) return { validation: { kind: 'checkbox', ...common } };
      const { checked, unchecked } = checkboxValues(rule);
      return {
        validation: {
          kind: 'checkbox',
          checked: checked as Scalar,
          unchecked: unchecked as Scalar,
          ...common,
        },
      };
    }
    case 'VALUE_IN_LIST':
      return { validation: { kind: 'list', values: listOptions(rule), ...common } };
    case 'VALUE_IN_RANGE': {
      const rect = rule.source?.region.rect;
      if (rule.source === undefined || rect === undefined || rect === null) return {};
      const corner = (row: number, column: number): string => `$${columnLetters(column)}$${row}`;
      const range = `${quoteSheetName(rule.source.sheet.name)}!${corner(rect.row, rect.column)}:${corner(rect.row + rect.rows - 1, rect.column + rect.columns - 1)}`;
      return { validation: { kind: 'list', range, ...common } };
    }
    default:
      return {};
  }
}
