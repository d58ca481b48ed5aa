/** Cells of a report that people write into: what they say stays, and is never counted as waiting to be sent. */
import type { Field } from '../../../../src/core/table/field';
import { compareStaying } from '../../../../src/core/table/three-way';

const field = (stays: 'answer' | 'correction'): Field => ({
  key: 'price',
  label: 'Price',
  type: 'text',
  help: '',
  writable: true,
  selected: true,
  custom: false,
  stays,
});
const compare = (stays: 'answer' | 'correction', cell: string, remote: string, before: string) =>
  compareStaying(field(stays), cell, { value: remote, format: '' }, { price: before }, { timeZone: 'UTC' });

test.each([
  ['as the report says it', '$5', '$5', '$5', 'same'],
  ['the report says something new', '$5', '$6', '$5', 'behind'],
  ['a person wrote over it', '$9', '$5', '$5', 'corrected'],
  ['a person wrote over it, and the report says something new', '$9', '$6', '$5', 'corrected'],
  ['a person emptied it', '', '$5', '$5', 'behind'],
])('a correction: %s', (_what, cell, remote, before, standing) => {
  expect(compare('correction', cell, remote, before).standing).toBe(standing);
});

test.each([
  ['given', 'Yes', 'same'],
  ['not given', '', 'same'],
])('an answer that is %s stays as it is', (_what, cell, standing) => {
  expect(compare('answer', cell, '', '').standing).toBe(standing);
});

test('what the report said stays remembered under a correction, so that emptying it brings back what holds then', () => {
  expect(compare('correction', '$9', '$6', '$5').baseline).toBe('$5');
});
