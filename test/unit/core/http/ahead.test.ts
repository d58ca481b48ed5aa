/** Requests that will be asked for soon go along with what is asked for now, as far as the rate class allows. */
import { Ahead } from '../../../../src/core/http/ahead';
import { dispatcherOver, json, request } from './scripted-http';

const SLOW = { name: 'slow', requests: 5, seconds: 60 };

function over(more: { rateClass?: typeof SLOW } = {}) {
  const world = dispatcherOver((call) => json({ url: call.url }));
  const requests = Array.from({ length: 120 }, (_, n) => request(`/apps/${n}/users`, more));
  return { ...world, requests, ahead: new Ahead(world.dispatcher) };
}

test('nothing is expected: a request goes alone', () => {
  const { ahead, http, requests } = over();
  expect(ahead.bring(requests[0]!)).toHaveLength(1);
  expect(http.batches.map((batch) => batch.length)).toEqual([1]);
});

test('what is asked for comes first, then the next ones, fifty at once and each once', () => {
  const { ahead, http, requests } = over();
  ahead.expect(requests);
  const arrivals = ahead.bring(requests[3]!);
  expect(arrivals[0].request.path).toBe('/apps/3/users');
  expect(arrivals).toHaveLength(50);
  ahead.bring(requests[60]!);
  expect(http.batches.map((batch) => batch.length)).toEqual([50, 50]);
  expect(new Set(http.calls.map(({ url }) => url)).size).toBe(100);
});

test('no more go than the rate class has room for, and none of another class', () => {
  const { ahead, http, clock, requests } = over({ rateClass: SLOW });
  ahead.expect([request('/other'), ...requests]);
  ahead.bring(requests[0]!);
  expect(http.batches.map((batch) => batch.length)).toEqual([5]);
  expect(clock.sleeps).toEqual([]);
  ahead.bring(requests[9]!);
  expect(clock.sleeps).toHaveLength(1);
  expect(http.calls.every(({ url }) => url.includes('/apps/'))).toBe(true);
});

test('each request has its own result, refusals included', () => {
  const world = dispatcherOver((call) =>
    call.url.includes('/2/') ? json({}, 404) : json({ url: call.url }),
  );
  const ahead = new Ahead(world.dispatcher);
  const requests = [1, 2, 3].map((n) => request(`/apps/${n}/users`));
  ahead.expect(requests);
  const results = ahead.bring(requests[0]!).map(({ result }) => result);
  expect(results).toMatchObject([
    { body: { url: expect.stringContaining('/1/') as string } },
    { code: 'NOT_FOUND' },
    { body: { url: expect.stringContaining('/3/') as string } },
  ]);
});
