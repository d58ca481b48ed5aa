/** The fields of a made-up organisation, as the server offers them to the sidebar. */
import type { FieldInfo } from '../../src/app/contract';
import type { FilterTest } from '../../src/core/filter/filter';
import { testWords } from '../../src/core/filter/words';
import type { FieldType } from '../../src/core/table/field';

const PRESENCE: readonly FilterTest[] = ['isEmpty', 'isNotEmpty'];
const TESTS: Partial<Record<FieldType, readonly FilterTest[]>> = {
  text: ['contains', 'containsNot', 'isAnyOf', 'isNoneOf', ...PRESENCE],
  option: ['isAnyOf', 'isNoneOf', ...PRESENCE],
  person: ['isAnyOf', 'isNoneOf', ...PRESENCE],
  money: ['atLeast', 'atMost', ...PRESENCE],
  date: ['inNextDays', 'inPastDays', 'olderThanDays', 'onOrAfter', 'onOrBefore', ...PRESENCE],
  boolean: ['isYes', 'isNo'],
};

const STATES = ['Discovered', 'In Review', 'Sanctioned', 'Closed'].map((label) => ({
  value: label.toLowerCase().replace(' ', '_'),
  label,
}));

export function field(
  key: string,
  label: string,
  type: FieldType,
  change: Partial<FieldInfo> = {},
): FieldInfo {
  return {
    key,
    label,
    type,
    writable: true,
    custom: false,
    selected: false,
    identity: false,
    usual: false,
    help: `What “${label}” is.`,
    tests: TESTS[type] ?? PRESENCE,
    testWords: Object.fromEntries((TESTS[type] ?? PRESENCE).map((test) => [test, testWords(test)])),
    ...change,
  };
}

const chosen = (order: number): Partial<FieldInfo> => ({ selected: true, usual: true, order });

export const FIELDS: readonly FieldInfo[] = [
  field('id', 'ID', 'id', { ...chosen(0), identity: true, writable: false }),
  field('name', 'Name', 'text', chosen(1)),
  field('state', 'State', 'option', { ...chosen(2), options: STATES }),
  field('primaryOwner', 'Primary owner', 'person', chosen(3)),
  field('isHidden', 'Hidden', 'boolean', chosen(4)),
  field('vendor', 'Vendor', 'text', { writable: false }),
  field('category', 'Category', 'text'),
  field('c_cost', 'Negotiated yearly cost of all seats', 'money', { custom: true }),
  field('c_renewal', 'Renewal date', 'date', { custom: true }),
];

/** As many fields as the largest organisations have. */
export function manyFields(count: number): readonly FieldInfo[] {
  const own = Array.from({ length: count - FIELDS.length }, (_, place) =>
    field(`c_${place}`, `Own field ${place}`, 'text', { custom: true }),
  );
  return [...FIELDS, ...own];
}
