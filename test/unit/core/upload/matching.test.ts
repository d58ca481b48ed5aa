import '../../../property-seed';
import fc from 'fast-check';
import { columnIndex, matchColumns } from '../../../../src/core/upload/matching';
import { recognise } from '../../../../src/core/upload/recognition';
import { field, PEOPLE, tab, target, template } from './read-tab';

const match = (headers: readonly string[], by = template({})): ReturnType<typeof matchColumns> =>
  matchColumns(tab([headers, headers.map((_, at) => `cell ${at}`)]), PEOPLE, by);

describe('columns and fields', () => {
  it('meet by label, key and alias, and the rest is named', () => {
    const { mapping, unmatched, missing } = match(['Surname', 'given_name', 'Shoe size', 'WORK E-MAIL']);
    expect(mapping).toEqual({ lastName: 'Surname', firstName: 'given_name', email: 'WORK E-MAIL' });
    expect(unmatched).toEqual(['Shoe size']);
    expect(missing).toEqual([]);
  });

  it('say which required field has no column', () => {
    expect(match(['Name', 'Status']).missing).toEqual(['email']);
  });

  it('take the more telling header of two', () => {
    expect(match(['Login', 'Email']).mapping).toEqual({ email: 'Email' });
    expect(match(['Login', 'Name']).mapping['email']).toBe('Login');
  });

  it('prefer an exact header to one with words around it', () => {
    expect(match(['User e-mail (primary)', 'E-mail']).mapping['email']).toBe('E-mail');
    expect(match(['Primary e-mail address', 'Role']).mapping['email']).toBe('Primary e-mail address');
  });

  it('leave somebody else’s address alone', () => {
    expect(match(['Manager email', 'Name'])).toMatchObject({ missing: ['email'] });
  });

  it('give a required field the column that an optional one would take too', () => {
    const to = target([
      field('nick', 'text', { aliases: ['login'] }),
      field('id', 'text', { required: true, aliases: ['login'] }),
    ]);
    expect(matchColumns(tab([['Login'], ['x']]), to, null).mapping).toEqual({ id: 'Login' });
  });

  it('read addresses from the only column that has them, whatever it is called', () => {
    const sheet = tab([
      ['Who', 'What'],
      ['a@x.com', 'x'],
      ['Bob <b@x.com>', 'y'],
    ]);
    expect(matchColumns(sheet, PEOPLE, null)).toMatchObject({
      mapping: { email: 'Who' },
      unmatched: ['What'],
    });
    const two = tab([
      ['Who', 'Whose'],
      ['a@x.com', 'c@x.com'],
    ]);
    expect(matchColumns(two, PEOPLE, null).mapping).toEqual({});
  });

  it('do not ask for what a template says of every row, nor for what another field stands in for', () => {
    const to = target([
      field('id', 'text', { required: true, fallback: 'email' }),
      field('email', 'email', { required: true }),
      field('app', 'text', { required: true }),
    ]);
    const by = template({ constants: { app: 'Figma' } });
    expect(matchColumns(tab([['Email'], ['a@x.com']]), to, by).missing).toEqual([]);
    expect(matchColumns(tab([['X'], ['x']]), to, by).missing).toEqual(['id', 'email']);
  });

  it('follow a template before a field’s own names', () => {
    const by = template({
      columns: [
        { meaning: 'email', headers: ['login'] },
        { meaning: 'status', headers: ['state'] },
        { meaning: 'note', headers: ['state'] },
        { meaning: 'lastUsed', headers: ['design use', 'board use'], every: true },
      ],
      unused: ['surname'],
    });
    expect(match(['Board Use', 'Email', 'State', 'Design Use', 'Login', 'Surname'], by)).toEqual({
      mapping: {
        email: 'Login',
        status: 'State',
        lastUsedDate: ['Design Use', 'Board Use'],
        note: 'State',
      },
      unmatched: ['Email', 'Surname'],
      missing: [],
    });
  });

  it('match two columns of one header by the first', () => {
    expect(match(['Email', 'Email', 'Name']).mapping['email']).toBe('column A');
  });

  it('do not depend on order, case, blanks and punctuation', () => {
    const headers = [
      'Email',
      'Given name',
      'Surname',
      'Account status',
      'Seat',
      'Last login',
      'Price',
      'Hobby',
    ];
    const spelt = (header: string): fc.Arbitrary<string> =>
      fc.tuple(fc.constantFrom(' ', '_', '-', '', ' . '), fc.constantFrom(0, 1, 2)).map(([between, form]) => {
        const text = header.split(' ').join(between);
        return form === 0 ? text : form === 1 ? text.toUpperCase() : ` ${text.toLowerCase()} `;
      });
    const shuffled = fc
      .tuple(...headers.map((header) => spelt(header).map((text) => ({ header, text: text.trim() }))))
      .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));
    fc.assert(
      fc.property(shuffled, (columns) => {
        const { mapping, unmatched } = match(columns.map(({ text }) => text));
        const original = (name: unknown): unknown => columns.find(({ text }) => text === name)?.header;
        expect(
          Object.fromEntries(Object.entries(mapping).map(([key, name]) => [key, original(name)])),
        ).toEqual({
          email: 'Email',
          firstName: 'Given name',
          lastName: 'Surname',
          status: 'Account status',
          licenses: 'Seat',
          lastUsedDate: 'Last login',
          price: 'Price',
        });
        expect(unmatched.map(original)).toEqual(['Hobby']);
      }),
    );
  });
});

describe('the place of a column', () => {
  const sheet = tab([
    ['Email', 'Date', 'Date', 'Cost centre'],
    ['a@x.com', 1, 2, 3],
  ]);
  it.each([
    ['Email', 0],
    ['column B', 1],
    ['column C', 2],
    ['c', 2],
    ['cost_centre', 3],
    ['D', 3],
    ['E', -1],
    ['Nothing', -1],
    ['', -1],
  ])('%j is at %i', (name, at) => expect(columnIndex(sheet, name)).toBe(at));
});

describe('whose export it is', () => {
  const wide = template({ template: 'wide', signature: [['email', 'login']] });
  const narrow = template({ template: 'narrow', signature: [['email', 'login'], ['seat_type']] });

  it('is that of the template whose headers tell most', () => {
    expect(recognise(['Seat type', 'E-mail'], [wide, narrow])?.template).toBe('narrow');
    expect(recognise(['User email', 'Seat'], [narrow, wide])?.template).toBe('wide');
    expect(recognise(['Name'], [wide, narrow])).toBeNull();
    expect(recognise(['Email'], [template({})])).toBeNull();
  });

  it('is that of the template with the rarer headers, where both ask for as much', () => {
    const common = template({
      template: 'common',
      signature: [['email'], ['id', 'number', 'code'], ['name']],
    });
    const rare = template({ template: 'rare', signature: [['email'], ['seat_type'], ['name']] });
    const columns = ['Email', 'Name', 'Seat type', 'Number'];
    expect(recognise(columns, [common, rare])?.template).toBe('rare');
    expect(recognise(columns, [rare, common])?.template).toBe('rare');
  });
});
