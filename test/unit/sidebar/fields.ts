/** Fields as the server offers them, for the tests of choosing. */
import type { FieldInfo } from '../../../src/app/contract';

export function field(key: string, change: Partial<FieldInfo> = {}): FieldInfo {
  return {
    key,
    label: key,
    type: 'text',
    writable: true,
    custom: false,
    selected: false,
    identity: false,
    usual: false,
    help: '',
    tests: ['contains', 'isAnyOf', 'isEmpty'],
    testWords: { contains: 'contains', isAnyOf: 'is any of', isEmpty: 'is empty' },
    ...change,
  };
}

export const STATE = field('state', {
  label: 'State',
  type: 'option',
  tests: ['isAnyOf', 'isNoneOf', 'isEmpty', 'isNotEmpty'],
  options: [
    { value: 'discovered', label: 'Discovered' },
    { value: 'in_review', label: 'In Review' },
  ],
});

export const FIELDS: readonly FieldInfo[] = [
  field('name', { label: 'Name', usual: true, selected: true, order: 1 }),
  field('id', { label: 'ID', type: 'id', identity: true, usual: true, selected: true, order: 2 }),
  { ...STATE, usual: true },
  field('owner', { label: 'Primary owner', type: 'person', selected: true, order: 0, help: 'Who answers.' }),
  field('cost', { label: 'Coût', type: 'money', tests: ['atLeast', 'isEmpty'], custom: true }),
];
