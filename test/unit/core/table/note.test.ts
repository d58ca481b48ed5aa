import { fieldNote, keyOfNote } from '../../../../src/core/table/note';
import { fieldOf } from './fields';

describe('the note on a header', () => {
  it('says what the field means, what it takes, and whose it is', () => {
    const options = ['Active', 'Closed'].map((label) => ({ value: label.toLowerCase(), label }));
    const field = fieldOf({
      key: 'c_state',
      type: 'option',
      help: 'Where it stands.',
      writable: true,
      options,
    });
    expect(fieldNote(field, 'Torii')).toBe(
      'Where it stands.\nOne of a list. You can edit it here and send it to Torii.\n' +
        'Choices: Active, Closed.\nsaas-ledger: c_state',
    );
    expect(fieldNote({ ...field, writable: false }, 'Torii')).toContain(
      'Comes from Torii; what is typed here is replaced at the next refresh.',
    );
  });

  it('does not drown in choices', () => {
    const options = Array.from({ length: 300 }, (_, index) => ({
      value: `${index}`,
      label: `Label ${index}`,
    }));
    expect(fieldNote(fieldOf({ key: 'x', options }), 'Torii')).toContain('Label 19 and 280 more.');
  });

  it.each([
    ['saas-ledger: name', 'name'],
    ['Help.\nsaas-ledger: c with spaces \n', 'c with spaces'],
    ['Help.\nsaas-ledger: name\nmy own words below', 'name'],
    ['old\nsaas-ledger: a\nsaas-ledger: b', 'b'],
    ['my own words', null],
    ['', null],
    ['saas-ledger: ', null],
  ])('%j binds to %j', (note, key) => expect(keyOfNote(note)).toBe(key));
});
