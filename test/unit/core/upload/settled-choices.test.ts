import { settledChoices } from '../../../../src/core/upload/settled-choices';
import { FIGMA } from '../../../../src/providers/templates/figma';
import { CUSTOM_INTEGRATION } from '../../../../src/providers/torii/uploads/custom-integration';

test('a name that a person gave a licence is none for the fallback', () => {
  const { licenceRule, values } = settledChoices(
    { values: { licenses: { full: 'Figma Pro' } } },
    CUSTOM_INTEGRATION,
    FIGMA,
  );
  expect(values?.licenses).toMatchObject({ full: 'Figma Pro' });
  expect(licenceRule?.names).toMatchObject({ 'Figma Pro': 'Figma Pro', view: 'view' });
  expect(licenceRule?.fallback).toBe('No Seat Type Assigned');
});

test('a rule that a person chose stays as it is', () => {
  const licenceRule = { names: { a: 'A' } };
  expect(settledChoices({ licenceRule }, CUSTOM_INTEGRATION, FIGMA).licenceRule).toEqual(licenceRule);
});
