/** Refusals that a request takes for an answer. */
import { AppError } from '../../../../src/core/errors';
import { dispatcherOver, json, raw, request } from './scripted-http';

const READS = { reads: [409, 422] };

test('the body of a refusal among them comes back with its status, and is not sent again', () => {
  const { dispatcher, http } = dispatcherOver(() => json({ errors: [{ msg: 'open' }] }, 409));
  expect(dispatcher.sendOne(request('/syncs', { method: 'post', ...READS }))).toEqual({
    status: 409,
    body: { errors: [{ msg: 'open' }] },
  });
  expect(http.calls).toHaveLength(1);
});

test('a body that is no JSON is none', () => {
  const { dispatcher } = dispatcherOver(() => raw('<html>no</html>', 422));
  expect(dispatcher.sendOne(request('/syncs', READS))).toEqual({ status: 422, body: null });
});

test('every other refusal stays an error', () => {
  const { dispatcher } = dispatcherOver(() => json({ message: 'no' }, 400));
  expect(() => dispatcher.sendOne(request('/syncs', READS))).toThrow(AppError);
});
