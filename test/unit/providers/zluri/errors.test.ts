/** The four shapes of Zluri's errors. */
import { readMessage } from '../../../../src/providers/zluri/errors';

test.each([
  ['a list (reference: rate-limits)', { errors: [{ msg: 'Slow down' }], code: 'X' }, 'Slow down'],
  [
    'validation problems with their parameter (v1: init-sync)',
    {
      error: {
        ValidationError: [
          { location: 'body', msg: 'Invalid value', param: 'orgIntegrationId' },
          { msg: 'No' },
        ],
        status: 400,
      },
      sentry_id: 'abc',
    },
    'orgIntegrationId: Invalid value; No (Zluri’s number for it: abc)',
  ],
  ['a message (sample code)', { message: ' Not allowed ' }, 'Not allowed'],
  ['an error text', { error: 'nope', code: 'X' }, 'nope'],
])('%s', (_, body, message) => {
  expect(readMessage(body)).toBe(message);
});

test.each([
  [null],
  ['text'],
  [[]],
  [{}],
  [{ errors: [] }],
  [{ errors: [null, {}] }],
  [{ error: { status: 400 } }],
  [{ message: 7 }],
])('%j says nothing', (body) => {
  expect(readMessage(body)).toBeNull();
});
