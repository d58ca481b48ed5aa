/** The call to the server: envelope, Google's own errors, and no answer at all. */
import type { Runner } from '../../../../sidebar/google/script';
import { createRpc } from '../../../../sidebar/rpc/client';
import { failureOf, RpcFailure, transportFailure } from '../../../../sidebar/rpc/failure';

/** A google.script.run whose `api` does what the test says. */
function runner(api: (success: (value: unknown) => void, failure: (error: Error) => void) => void): Runner {
  const make = (success: (value: unknown) => void, failure: (error: Error) => void): Runner => ({
    withSuccessHandler: (handler) => make(handler, failure),
    withFailureHandler: (handler) => make(success, handler),
    api: () => api(success, failure),
  });
  return make(
    () => undefined,
    () => undefined,
  );
}

const call = (api: Parameters<typeof runner>[0], online = true): Promise<unknown> =>
  createRpc(
    () => runner(api),
    () => online,
  )('status', {});

const rejection = (promise: Promise<unknown>): Promise<RpcFailure> =>
  promise.then(
    () => {
      throw new Error('should have failed');
    },
    (thrown: RpcFailure) => thrown,
  );

test('a value comes out of its envelope', async () => {
  await expect(call((success) => success({ ok: true, value: { tabs: [] } }))).resolves.toEqual({ tabs: [] });
});

test('an error of the add-on keeps its words and is not sent again', async () => {
  const error = { code: 'KEY_REFUSED', what: 'No.', next: 'Make another.', retry: 'after fixing' };
  const thrown = await rejection(call((success) => success({ ok: false, error })));
  expect(thrown.failure).toEqual(error);
  expect(thrown.transport).toBe(false);
});

test.each([
  ['NetworkError: Connection failure due to HTTP 0', 'OFFLINE'],
  ['Error code PERMISSION_DENIED', 'NO_PERMISSION'],
  ['Authorisation is required to perform that action.', 'NO_PERMISSION'],
  ['Exceeded maximum execution time', 'CUT_SHORT'],
  ['We are sorry, a server error occurred.', 'GOOGLE_TROUBLE'],
])('Google’s “%s” becomes %s with something to do next', async (message, code) => {
  const thrown = await rejection(call((_, failure) => failure(new Error(message))));
  expect(thrown.transport).toBe(true);
  expect(thrown.failure.code).toBe(code);
  expect(thrown.failure.next).not.toBe('');
});

test('without a network every failure is about the network', async () => {
  const thrown = await rejection(call((_, failure) => failure(new Error('whatever')), false));
  expect(thrown.failure.code).toBe('OFFLINE');
});

test('an answer that got lost on the way back (null) is a failure', async () => {
  const thrown = await rejection(call((success) => success(null)));
  expect(thrown.failure.what).toBe('Google Sheets gave no answer to the request.');
});

test('a call without any answer ends after seven minutes', async () => {
  jest.useFakeTimers();
  try {
    const waiting = rejection(call(() => undefined));
    jest.advanceTimersByTime(7 * 60_000);
    expect((await waiting).failure.code).toBe('CUT_SHORT');
  } finally {
    jest.useRealTimers();
  }
});

test('anything thrown has words', () => {
  expect(failureOf('odd').what).toContain('odd');
  expect(failureOf(new RpcFailure(transportFailure('', false), true)).code).toBe('OFFLINE');
});
