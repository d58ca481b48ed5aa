import fc from 'fast-check';
import { guard, needsGuard } from '../../../../src/core/table/typed-text';
import { SheetModel, typed } from './sheet-model';
import { HOSTILE } from './texts';

describe('text in cells', () => {
  it.each(HOSTILE)('%j stays the same text', (text) => {
    expect(needsGuard(text) || typed(text) === undefined).toBe(true);
    for (const format of ['General', '@', '0.00', 'yyyy-mm-dd', '[$EUR] #,##0.00']) {
      const sheet = new SheetModel();
      sheet.cell(1, 1).format = format;
      sheet.write(1, 1, guard(text, format));
      expect(sheet.read(1, 1)).toBe(text);
      expect(sheet.cell(1, 1).formula).toBe('');
    }
  });

  it.each(['Salesforce', 'Box', 'a', 'Émile', '日本', 'שלום', 'Line one\nline two', 'tony@stark.com', ''])(
    '%j needs no apostrophe',
    (text) => expect(needsGuard(text)).toBe(false),
  );

  it('guards nothing in a plain-text cell, where an apostrophe would be kept', () => {
    for (const text of HOSTILE) expect(guard(text, '@')).toBe(text);
  });

  it('keeps any text', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'0123456789+-=@%.,:/ eEJan$€()\'"\n') }),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom('General', '@', '0.00'), (text, format) => {
        const sheet = new SheetModel();
        sheet.cell(1, 1).format = format;
        sheet.write(1, 1, guard(text, format));
        expect(sheet.read(1, 1)).toBe(text);
      }),
    );
  });
});
