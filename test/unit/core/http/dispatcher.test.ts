/** The dispatcher: order, batches, pace, retries by cause, deadlines, and errors that say what to do. */
import * as fc from 'fast-check';
import { MAX_BATCH } from '../../../../src/core/http/dispatcher';
import type { RateClass } from '../../../../src/core/http/request';
import { MAX_ATTEMPTS, MAX_RATE_WAITS } from '../../../../src/core/http/retry';
import { AppError } from '../../../../src/core/errors';
import type { HttpOutcome } from '../../../../src/ports/http';
import { dispatcherOver, inTurn, json, raw, request, START } from './scripted-http';

const OK = json({ ok: true });

function errorOf(run: () => unknown): AppError {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
    throw thrown;
  }
  throw new Error('nothing was thrown');
}

describe('what goes out', () => {
  test('a request becomes a call with the connection’s headers, an encoded query and a JSON body', () => {
    const { dispatcher, http } = dispatcherOver(() => OK);
    dispatcher.sendOne(
      request('/things/1', { method: 'put', query: { q: 'a+b', skip: undefined }, body: { name: 'é' } }),
    );
    expect(http.calls).toEqual([
      {
        method: 'put',
        url: 'https://api.acme.test/v1/things/1?q=a%2Bb',
        headers: { 'api-key': 'k-123456' },
        contentType: 'application/json',
        body: '{"name":"é"}',
      },
    ]);
  });

  test('independent requests go together, in batches of a bounded size, and come back in order', () => {
    const wide = { name: 'wide', requests: 1000, seconds: 60 };
    const requests = Array.from({ length: 120 }, (_, n) =>
      request(`/things/${String(n)}`, { rateClass: wide }),
    );
    const { dispatcher, http } = dispatcherOver((call) => json({ url: call.url }));
    const results = dispatcher.send(requests);
    expect(http.batches.map((batch) => batch.length)).toEqual([MAX_BATCH, MAX_BATCH, 20]);
    results.forEach((result, n) => {
      expect(result).toMatchObject({ body: { url: `https://api.acme.test/v1/things/${String(n)}` } });
    });
  });

  test('no request, no call', () => {
    const { dispatcher, http } = dispatcherOver(() => OK);
    expect(dispatcher.send([])).toEqual([]);
    expect(http.batches).toEqual([]);
  });

  test('an address that Google would refuse is not sent', () => {
    const { dispatcher, http } = dispatcherOver(() => OK);
    const error = errorOf(() => dispatcher.sendOne(request('/things', { query: { q: 'x'.repeat(2100) } })));
    expect(error.code).toBe('URL_TOO_LONG');
    expect(http.calls).toEqual([]);
  });
});

describe('retries by cause', () => {
  const passing: readonly [string, HttpOutcome][] = [
    ['500', json({ message: 'oops' }, 500)],
    ['502 as a web page', raw('<html><h1>502 Bad Gateway</h1></html>', 502)],
    ['503', raw('', 503)],
    ['504', raw('', 504)],
    ['no answer', { kind: 'unknown', reason: 'Address unavailable' }],
    ['an unsent request', { kind: 'unsent', reason: 'DNS error' }],
    ['JSON that was cut', raw('{"things":[{"id":1},{"i')],
    [
      'a web page with status 200',
      raw('<!doctype html><p>Maintenance', 200, { 'content-type': 'text/html' }),
    ],
    ['an empty answer', raw('')],
    ['429', json({}, 429, { 'retry-after': '7' })],
    ['Google’s burst limit', { kind: 'quota', reason: 'too many times in a short time', burst: true }],
  ];

  test.each(passing)('%s is tried again', (_, trouble) => {
    const { dispatcher, http, clock } = dispatcherOver(inTurn(trouble, OK));
    expect(dispatcher.sendOne(request('/things')).body).toEqual({ ok: true });
    expect(http.calls).toHaveLength(2);
    expect(clock.sleeps).toHaveLength(1);
    expect(dispatcher.stats).toEqual({ requests: 2, retries: 1, waitedMs: clock.sleeps[0] });
  });

  const lasting: readonly [string, HttpOutcome, string][] = [
    ['500', raw('', 500), 'PROVIDER_TROUBLE'],
    ['no answer', { kind: 'unknown', reason: 'Address unavailable' }, 'NO_NETWORK'],
    ['an unsent request', { kind: 'unsent', reason: 'DNS error' }, 'NO_NETWORK'],
    ['JSON that is cut', raw('{"a":'), 'PROVIDER_GARBLED'],
    ['Google’s burst limit', { kind: 'quota', reason: 'short time', burst: true }, 'FETCH_BURST'],
  ];

  test.each(lasting)('%s that does not pass ends after a few attempts', (_, trouble, code) => {
    const { dispatcher, http } = dispatcherOver(() => trouble);
    const error = errorOf(() => dispatcher.sendOne(request('/things')));
    expect(error.code).toBe(code);
    expect(error.details['until']).toBeUndefined();
    expect(http.calls).toHaveLength(MAX_ATTEMPTS);
    expect(`${error.what} ${error.next}`).not.toMatch(/\{\w+\}/);
  });

  const final: readonly [string, HttpOutcome, string][] = [
    ['400', json({ message: 'Missing parameter' }, 400), 'PROVIDER_REFUSED'],
    ['401', json({ message: 'no' }, 401), 'KEY_REFUSED'],
    ['403', json({ message: 'no' }, 403), 'KEY_LACKS_RIGHTS'],
    ['404', raw('<html>', 404), 'NOT_FOUND'],
    ['409', json({}, 409), 'PROVIDER_REFUSED'],
    ['422', raw('not JSON', 422), 'PROVIDER_REFUSED'],
    ['302', raw('', 302), 'PROVIDER_REFUSED'],
    ['501', raw('', 501), 'PROVIDER_TROUBLE'],
    ['Google’s daily limit', { kind: 'quota', reason: 'too many times', burst: false }, 'FETCH_QUOTA'],
  ];

  test.each(final)('%s is never tried again', (_, outcome, code) => {
    const { dispatcher, http, clock } = dispatcherOver(() => outcome);
    const error = errorOf(() => dispatcher.sendOne(request('/things')));
    expect(error.code).toBe(code);
    expect(http.calls).toHaveLength(1);
    expect(clock.sleeps).toEqual([]);
    expect(`${error.what} ${error.next}`).not.toMatch(/\{\w+\}/);
  });

  test('the platform’s own words are passed on, the key in them masked', () => {
    const { dispatcher } = dispatcherOver(() => json({ message: 'Bad Bearer abcdef123 in there' }, 400));
    const error = errorOf(() => dispatcher.sendOne(request('/things')));
    expect(error.what).toBe('Acme refused the request: Bad Bearer •••• in there');
    expect(error.details['message']).not.toContain('abcdef123');
  });

  test('what may not be repeated is not, unless it surely was not done', () => {
    const create = request('/things', { method: 'post', repeatable: false, body: {} });
    const unsafe: HttpOutcome[] = [raw('', 502), { kind: 'unknown', reason: 'cut' }, raw('{"id":', 200)];
    for (const trouble of unsafe) {
      const { dispatcher, http } = dispatcherOver(inTurn(trouble, OK));
      const error = errorOf(() => dispatcher.sendOne(create));
      expect(error.details['outcome']).toBe('unknown');
      expect(http.calls).toHaveLength(1);
    }
    for (const trouble of [raw('', 429), { kind: 'unsent', reason: 'DNS error' } as const]) {
      const { dispatcher, http } = dispatcherOver(inTurn(trouble, OK));
      expect(dispatcher.sendOne(create).status).toBe(200);
      expect(http.calls).toHaveLength(2);
    }
  });

  test('that an early attempt may have worked is not forgotten over later ones', () => {
    const update = request('/things/1', { method: 'put', body: {} });
    const { dispatcher } = dispatcherOver(inTurn(raw('', 504), raw('', 429)), { deadline: START + 30_000 });
    const error = errorOf(() => dispatcher.sendOne(update));
    expect(error.code).toBe('RATE_LIMITED');
    expect(error.details['outcome']).toBe('unknown');
  });

  test('a create or delete may answer with nothing', () => {
    const { dispatcher } = dispatcherOver(() => raw('', 204));
    expect(dispatcher.sendOne(request('/things/1', { method: 'delete' }))).toEqual({
      status: 204,
      body: null,
    });
  });

  test('one failure does not sink the others', () => {
    const { dispatcher } = dispatcherOver((call) => (call.url.endsWith('2') ? raw('', 404) : OK));
    const results = dispatcher.send(['/1', '/2', '/3'].map((path) => request(path)));
    expect(results.map((result) => (result instanceof AppError ? result.code : result.status))).toEqual([
      200,
      'NOT_FOUND',
      200,
    ]);
  });

  test('a refused key ends the rest unsent: more of the same could lock the key', () => {
    const requests = Array.from({ length: 80 }, (_, n) => request(`/${String(n)}`));
    const { dispatcher, http } = dispatcherOver(() => raw('', 401));
    const results = dispatcher.send(requests);
    expect(http.calls).toHaveLength(MAX_BATCH);
    expect(results.every((result) => result instanceof AppError && result.code === 'KEY_REFUSED')).toBe(true);
  });
});

describe('limits and time', () => {
  test('“too many requests” without a time waits a minute, with one that long', () => {
    const without = dispatcherOver(inTurn(raw('', 429), OK));
    without.dispatcher.sendOne(request('/things'));
    expect(without.clock.sleeps).toEqual([60_000]);
    const withTime = dispatcherOver(inTurn(raw('', 429, { 'retry-after': '12' }), OK));
    withTime.dispatcher.sendOne(request('/things'));
    expect(withTime.clock.sleeps).toEqual([12_000]);
  });

  test('a wait past the deadline is an error that names its end', () => {
    const { dispatcher, clock } = dispatcherOver(() => raw('', 429), { deadline: START + 30_000 });
    const error = errorOf(() => dispatcher.sendOne(request('/things')));
    expect(error.code).toBe('RATE_LIMITED');
    expect(error.details).toMatchObject({ provider: 'Acme', seconds: 60, until: START + 200 + 60_000 });
    expect(clock.sleeps).toEqual([]);
  });

  test('trouble at the very end keeps its cause and names the moment to go on', () => {
    const { dispatcher, clock } = dispatcherOver(() => raw('', 502), { deadline: START + 300 });
    const error = errorOf(() => dispatcher.sendOne(request('/things')));
    expect(error.code).toBe('PROVIDER_TROUBLE');
    expect(error.details['until']).toBeGreaterThan(clock.now());
  });

  test('no request starts after the deadline', () => {
    const rateClass = { name: 'wide', requests: 1000, seconds: 60 };
    const requests = Array.from({ length: 120 }, (_, n) => request(`/${String(n)}`, { rateClass }));
    const { dispatcher, http } = dispatcherOver(() => OK, { deadline: START + 350, latency: 200 });
    const results = dispatcher.send(requests);
    expect(http.calls).toHaveLength(2 * MAX_BATCH);
    expect(results[119]).toMatchObject({ code: 'OUT_OF_TIME', details: { outcome: 'unsent' } });
  });

  test('a server that never lets a request in does not hold the run for good', () => {
    const { dispatcher, http } = dispatcherOver(() => raw('', 429, { 'retry-after': '0' }));
    expect(errorOf(() => dispatcher.sendOne(request('/things'))).code).toBe('RATE_LIMITED');
    expect(http.calls).toHaveLength(MAX_RATE_WAITS + 1);
  });

  test('waits are announced in plain words with their end', () => {
    const waits: [string, number][] = [];
    const { dispatcher } = dispatcherOver(inTurn(raw('', 429, { 'retry-after': '5' }), OK), {
      onWait: (reason, until) => waits.push([reason, until]),
    });
    dispatcher.sendOne(request('/things'));
    expect(waits).toEqual([['Acme asked for a pause', START + 200 + 5_000]]);
  });

  test('a wait that is called off loses no answer that was there before', () => {
    const { dispatcher, clock } = dispatcherOver(
      (call) => (call.url.endsWith('/2') ? raw('', 429, { 'retry-after': '5' }) : OK),
      { onWait: () => false },
    );
    const [first, second] = dispatcher.send([request('/1'), request('/2')]);
    expect(first).toMatchObject({ status: 200 });
    expect(second).toMatchObject({
      code: 'RATE_LIMITED',
      details: { outcome: 'unsent', until: expect.any(Number) },
    });
    expect(clock.sleeps).toEqual([]);
  });

  test('the log never holds the query, where filters may name people', () => {
    const { dispatcher, logged } = dispatcherOver(inTurn(raw('', 502), OK));
    dispatcher.sendOne(request('/things', { query: { q: 'jane@doe.test' } }));
    expect(logged.join('\n')).toContain('/things');
    expect(logged.join('\n')).not.toContain('jane');
  });

  test('350 requests at 100 a minute take three pauses and no refusal', () => {
    const requests = Array.from({ length: 350 }, (_, n) => request(`/${String(n)}`));
    const { dispatcher, clock, http } = dispatcherOver(() => OK);
    const results = dispatcher.send(requests);
    expect(results.every((result) => !(result instanceof AppError))).toBe(true);
    expect(http.calls).toHaveLength(350);
    expect(clock.now() - START).toBeLessThan(185_000);
  });
});

describe('against a server that counts', () => {
  const rates = fc.record({
    requests: fc.integer({ min: 1, max: 20 }),
    seconds: fc.integer({ min: 1, max: 60 }),
  });

  test('its limit is never met, in any window of time, and time is not wasted', () => {
    const kinds = fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 90 });
    fc.assert(
      fc.property(
        fc.tuple(rates, rates, rates),
        kinds,
        fc.integer({ min: 0, max: 3_000 }),
        (limits, order, latency) => {
          const classes: RateClass[] = limits.map((limit, kind) => ({
            name: `kind ${String(kind)}`,
            ...limit,
          }));
          const arrivals: number[][] = [[], [], []];
          const { dispatcher, clock } = dispatcherOver(
            (call, arrived) => {
              const kind = Number(call.url.slice(-1));
              const limit = classes[kind] as RateClass;
              const seen = arrivals[kind] as number[];
              seen.push(arrived);
              const recent = seen.filter((moment) => moment > arrived - limit.seconds * 1000).length;
              return recent > limit.requests ? raw('', 429) : OK;
            },
            { deadline: Number.MAX_SAFE_INTEGER, latency },
          );
          const results = dispatcher.send(
            order.map((kind) => request(`/${String(kind)}`, { rateClass: classes[kind] as RateClass })),
          );
          expect(results.every((result) => !(result instanceof AppError))).toBe(true);
          expect(dispatcher.stats.requests).toBe(order.length);
          const needed = classes.map((limit, kind) => {
            const windows = Math.ceil(order.filter((one) => one === kind).length / limit.requests);
            return Math.max(0, windows - 1) * limit.seconds * 1000;
          });
          const batches = order.length;
          expect(clock.now() - START).toBeLessThanOrEqual(
            Math.max(...needed) + (batches + 1) * (latency + 1) * 2,
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  test('whatever mix of trouble comes, each request ends in its own answer or an error, within bounds', () => {
    const troubles: readonly HttpOutcome[] = [
      raw('', 429),
      raw('', 429, { 'retry-after': '3' }),
      raw('', 502),
      raw('{"cut":'),
      { kind: 'unknown', reason: 'cut' },
      { kind: 'unsent', reason: 'DNS' },
    ];
    const script = fc.array(fc.nat({ max: troubles.length + 4 }), { maxLength: 40 });
    fc.assert(
      fc.property(script, fc.integer({ min: 1, max: 12 }), (steps, count) => {
        let next = 0;
        const { dispatcher, clock } = dispatcherOver(
          (call) => troubles[steps[next++] ?? troubles.length] ?? json({ url: call.url }),
        );
        const requests = Array.from({ length: count }, (_, n) => request(`/n${String(n)}`));
        const results = dispatcher.send(requests);
        results.forEach((result, n) => {
          if (result instanceof AppError) return;
          expect(result.body).toEqual({ url: `https://api.acme.test/v1/n${String(n)}` });
        });
        expect(results).toHaveLength(count);
        expect(dispatcher.stats.requests).toBeLessThanOrEqual(count * (MAX_ATTEMPTS + MAX_RATE_WAITS));
        expect(clock.now()).toBeLessThan(START + 271_000);
      }),
      { numRuns: 100 },
    );
  });
});
