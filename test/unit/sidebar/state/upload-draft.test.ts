/** How a tab is to be read, while a person chooses it. */
import {
  becomesOf,
  columnsOf,
  draftOf,
  filledFields,
  gapsOf,
  hasGaps,
  orderOf,
  unusedColumns,
  withColumns,
  withCompanion,
  withConstant,
  withLicence,
  withOptions,
  withWord,
} from '../../../../sidebar/state/upload-draft';
import { INFO, TARGET } from '../uploads';

const DRAFT = draftOf(INFO);
const PICK = { tab: 'Members', target: TARGET.target };

test('a field has no column, one, or several', () => {
  expect(columnsOf(DRAFT, 'roles')).toEqual(['Role', 'Team']);
  expect(withColumns(DRAFT, 'roles', ['Notes']).mapping['roles']).toBe('Notes');
  expect(withColumns(DRAFT, 'email', []).mapping).toEqual({ status: 'State', roles: ['Role', 'Team'] });
  expect(DRAFT.mapping['roles']).toEqual(['Role', 'Team']);
});

test('what every row has goes out only once something is typed', () => {
  const begun = withConstant(DRAFT, 'roles', ' ');
  expect(orderOf(PICK, begun).options).toEqual({ template: 'figma' });
  const typed = withConstant(begun, 'roles', 'member');
  expect(orderOf(PICK, typed)).toEqual({
    ...{ ...PICK, mapping: INFO.mapping },
    options: { template: 'figma', constants: { roles: 'member' } },
  });
  expect(orderOf(PICK, withConstant(typed, 'roles', null)).options).toEqual({ template: 'figma' });
});

test('a word means what was chosen last, whatever its case', () => {
  const [, off] = INFO.words['status'] ?? [];
  if (!off) throw new Error('no word');
  expect(becomesOf(DRAFT, 'status', off)).toBeNull();
  const chosen = withWord(withWord(DRAFT, 'status', 'OFF', 'active'), 'status', 'off', 'deleted');
  expect(chosen.options.values).toEqual({ status: { off: 'deleted' } });
  expect(becomesOf(chosen, 'status', off)).toBe('deleted');
});

test('terms of a licence are set one by one and taken away again', () => {
  const priced = withLicence(withLicence(DRAFT, 'Full', 'price', 15.5), 'Full', 'unassigned', 3);
  expect(priced.options.licences).toEqual({ Full: { price: 15.5, unassigned: 3 } });
  expect(withLicence(priced, 'Full', 'price', null).options.licences).toEqual({ Full: { unassigned: 3 } });
});

test('one tab goes along for each target', () => {
  const one = withCompanion(DRAFT, 'zluri.groups', 'Teams');
  const other = withCompanion(one, 'zluri.groups', 'Groups');
  expect(other.options.with).toEqual([{ tab: 'Groups', target: 'zluri.groups' }]);
  expect(withCompanion(other, 'zluri.groups', '').options.with).toEqual([]);
});

describe('what is missing', () => {
  const gaps = (draft = DRAFT, needs: readonly string[] = []) => gapsOf(TARGET, INFO, draft, needs);

  test('words without a meaning, a place, and tabs that go along', () => {
    expect(gaps(DRAFT, ['zluri.groups'])).toEqual({
      fields: [],
      words: 1,
      place: true,
      companions: ['zluri.groups'],
    });
    const whole = withOptions(withWord(DRAFT, 'status', 'Off', 'deleted'), { place: '1000' });
    expect(hasGaps(gaps(whole))).toBe(false);
    expect(hasGaps(gaps(withCompanion(whole, 'zluri.groups', 'Teams'), ['zluri.groups']))).toBe(false);
  });

  test('a required field that lost its column, unless all rows have the same', () => {
    const lost = withColumns(DRAFT, 'email', []);
    expect(gaps(lost).fields.map(({ key }) => key)).toEqual(['email']);
    expect(gaps(withConstant(lost, 'email', 'ann@halden.example')).fields).toEqual([]);
  });

  test('no required field that the server makes of others, and no words of a column that is not used', () => {
    const made = { ...INFO, mapping: { status: 'State' } };
    expect(gapsOf(TARGET, made, draftOf(made), []).fields).toEqual([]);
    expect(gapsOf(TARGET, { ...made, missing: ['email'] }, draftOf(made), []).fields).toHaveLength(1);
    expect(gaps(withColumns(DRAFT, 'status', [])).words).toBe(0);
  });
});

test('unused columns and filled fields are counted as they are by now', () => {
  expect(unusedColumns(INFO, DRAFT)).toEqual(['Notes']);
  expect(unusedColumns(INFO, withColumns(DRAFT, 'roles', ['Notes']))).toEqual(['Role', 'Team']);
  expect(filledFields(TARGET, DRAFT)).toBe(3);
  expect(filledFields(TARGET, withConstant(withColumns(DRAFT, 'roles', []), 'roles', 'x'))).toBe(3);
  expect(filledFields(TARGET, withColumns(DRAFT, 'roles', []))).toBe(2);
});
