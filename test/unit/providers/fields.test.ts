/** Fields for one organisation: documented and own ones, what is left out, labels and the usual choice. */
import * as fc from 'fast-check';
import { AppError } from '../../../src/core/errors';
import { resolveFields } from '../../../src/providers/fields';
import { listRequests } from '../../../src/providers/requests';
import { sampleField, THINGS } from './sample';

const resolve = (...extra: object[]) => resolveFields(THINGS, { extra });
const byKey = (key: string, ...extra: object[]) => resolve(...extra).find((field) => field.key === key);

describe('fields of a resource', () => {
  test('without a listing there are the documented ones, key first, and none carries its evidence', () => {
    const fields = resolveFields(THINGS, null);
    expect(fields.map(({ key }) => key)).toEqual(['uid', 'title', 'stage', 'price', 'coin']);
    expect(fields.every((field) => !('evidence' in field))).toBe(true);
  });

  test('an own field gets its type, its rights and a sentence', () => {
    expect(byKey('c_note', { code: 'c_note', caption: ' Our\n note ', kind: 'words', choices: [] })).toEqual({
      key: 'c_note',
      label: 'Our note',
      type: 'text',
      help: 'One of the thing fields that your organisation set up.',
      writable: true,
      selected: true,
      custom: true,
    });
  });

  test('an own amount knows its currency and its unit', () => {
    expect(byKey('c_sum', { code: 'c_sum', caption: 'Sum', kind: 'sum' })).toMatchObject({
      type: 'money',
      currencyField: 'coin',
      minorUnits: false,
    });
  });

  test('own options come with value and label; numbers become text, what is neither is skipped', () => {
    const choices = [{ value: 'a', label: 'A' }, { value: 7, label: '' }, { label: 'none' }, 'text'];
    expect(byKey('c_pick', { code: 'c_pick', caption: 'Pick', kind: 'choice', choices })?.options).toEqual([
      { value: 'a', label: 'A' },
      { value: '7', label: '7' },
    ]);
  });

  test('a type that nobody documented is shown on request and never sent', () => {
    for (const kind of ['sealed', 'brand-new', undefined]) {
      const field = byKey('c_x', { code: 'c_x', caption: 'X', kind });
      expect(field).toMatchObject({ type: 'other', writable: false, selected: false });
    }
  });

  test('a type named like a property of every object is still an unknown type', () => {
    expect(byKey('c_x', { code: 'c_x', caption: 'X', kind: 'constructor' })).toMatchObject({ type: 'other' });
  });

  test('where nothing of the listing can be written, no own field is writable', () => {
    const { listing } = THINGS;
    const locked = { ...THINGS, ...(listing ? { listing: { ...listing, writable: false } } : {}) };
    const [field] = resolveFields(locked, { extra: [{ code: 'c', caption: 'C', kind: 'words' }] }).slice(-1);
    expect(field).toMatchObject({ key: 'c', writable: false });
  });

  test('a documented field takes options and label from the listing, and keeps the rest', () => {
    const choices = [{ value: 'inReview', label: 'In review' }];
    expect(byKey('stage', { code: 'stage', caption: 'Our stage', kind: 'words', choices })).toMatchObject({
      label: 'Our stage',
      type: 'option',
      custom: false,
      help: 'What stage means.',
      options: choices,
    });
    expect(byKey('title', { code: 'title', caption: 'Title', kind: 'choice', choices })).not.toHaveProperty(
      'options',
    );
  });

  test('deleted and hidden fields are left out, documented ones too, but never key and name', () => {
    const keys = resolve(
      { code: 'c_gone', caption: 'Gone', kind: 'words', gone: true },
      { code: 'c_hidden', caption: 'Hidden', kind: 'words', visible: false },
      { code: 'c_shown', caption: 'Shown', kind: 'words', visible: true, gone: false },
      { code: 'stage', caption: 'Stage', kind: 'choice', visible: false },
      { code: 'title', caption: 'Title', kind: 'words', gone: true },
      { code: 'uid', caption: 'ID', kind: 'words', visible: false },
    ).map(({ key }) => key);
    expect(keys).toEqual(['uid', 'title', 'price', 'coin', 'c_shown']);
  });

  test('rows without a key are skipped, blank labels give way to the key', () => {
    const fields = resolve({ caption: 'No key', kind: 'words' }, null as never, 'x' as never, {
      code: 'c_blank',
      caption: '  ',
      kind: 'words',
    });
    expect(fields.slice(-1)).toMatchObject([{ key: 'c_blank', label: 'c_blank' }]);
    expect(fields).toHaveLength(6);
  });

  test.each([[{}], [[]], [{ extra: {} }], ['text']])('%p is no listing', (body) => {
    expect(() => resolveFields(THINGS, body)).toThrow(AppError);
  });

  test('labels and keys are unique whatever people call their fields', () => {
    const names = fc.constantFrom('Title', 'title', 'ID', 'Owner', 'Owner (b)', ' ', 'Title (a)');
    const keys = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'stage');
    fc.assert(
      fc.property(
        fc.array(fc.record({ code: keys, caption: names, kind: fc.constant('words') })),
        (extra) => {
          const fields = resolveFields(THINGS, { extra });
          expect(new Set(fields.map(({ label }) => label.toLowerCase())).size).toBe(fields.length);
          expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
        },
      ),
    );
  });

  test('the usual choice always fits one address; more can be chosen by hand', () => {
    const extra = Array.from({ length: 200 }, (_, n) => ({
      code: `c_${'long'.repeat(5)}${String(n)}`,
      caption: `Field ${String(n)}`,
      kind: n % 3 === 0 ? 'sum' : 'words',
    }));
    const fields = resolveFields(THINGS, { extra });
    const usual = fields.filter((field) => field.selected);
    expect(fields).toHaveLength(205);
    expect(usual.length).toBeGreaterThan(40);
    expect(listRequests(THINGS, usual)).toHaveLength(1);
    expect(listRequests(THINGS, fields).length).toBeGreaterThan(1);
  });

  test('a documented field that comes with a currency counts both towards the address', () => {
    const many = Array.from({ length: 100 }, (_, n) => sampleField(`field_number_${String(n)}_x`));
    const usual = resolveFields({ ...THINGS, fields: [...THINGS.fields, ...many] }, null).filter(
      (field) => field.selected,
    );
    expect(listRequests(THINGS, usual)).toHaveLength(1);
  });
});
