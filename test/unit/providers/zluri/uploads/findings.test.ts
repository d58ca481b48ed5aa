/** What Zluri says about records, in all the forms that its pages show or hint at. */
import { findingsIn, short, WHOLE } from '../../../../../src/providers/zluri/uploads/findings';

const PAGE = { entity: 'users', page: 3 };

test.each<[string, unknown, object]>([
  ['a parameter', { errors: [{ msg: 'bad', param: 'data[22].email' }] }, { index: 22, field: 'email' }],
  ['a pointer', { errors: [{ message: 'bad', path: '/data/22/email' }] }, { index: 22, field: 'email' }],
  ['dots', { errors: [{ msg: 'bad', param: 'data.22.email' }] }, { index: 22, field: 'email' }],
  ['a record as a whole', { errors: [{ msg: 'bad', param: 'data[22]' }] }, { index: 22 }],
  ['a parameter of the page', { errors: [{ msg: 'bad', param: 'page_number' }] }, { field: 'page_number' }],
  [
    'the first generation’s form',
    { error: { ValidationError: [{ msg: 'bad', param: 'data[0].email' }] } },
    { index: 0, field: 'email' },
  ],
  [
    'a line, counted from 1',
    { error_report: [{ reason: 'bad', line: 23, field: 'email' }] },
    { index: 22, field: 'email' },
  ],
  ['a bare text', { errors: ['bad'] }, {}],
])('%s', (_, body, place) => {
  expect(findingsIn(body, PAGE)).toEqual([{ ...PAGE, ...place, message: 'bad' }]);
});

test('a page that is named counts more than the one that was sent', () => {
  const errors = [{ msg: 'bad', entity_name: 'groups', page_number: 2, line: 1 }];
  expect(findingsIn({ errors }, PAGE)).toEqual([{ entity: 'groups', page: 2, index: 0, message: 'bad' }]);
});

test.each([[null], ['text'], [{}], [{ errors: 'no list' }], [{ errors: [7, null] }]])(
  'nothing in %j',
  (body) => {
    expect(findingsIn(body, PAGE)).toEqual([]);
  },
);

test('messages are short and hold no address', () => {
  expect(short(`see https://x.example/a?sig=1 ${'y'.repeat(200)}`)).toMatch(/^see \(address\) y+…$/);
  expect(findingsIn({ errors: [{}] }, WHOLE)).toEqual([
    { entity: '', page: 0, message: 'Zluri gave no reason.' },
  ]);
});
