/** Syncs of custom integrations: begun once, waited for, looked up where nobody said whether they began. */
import * as fc from 'fast-check';
import { AppError } from '../../../../../src/core/errors';
import { TORII_UPLOADS } from '../../../../../src/providers/torii/uploads/uploads';
import { type CutOff, lost, ok, orderOf, refused, ride, ToriiOfUploads } from './torii-of-uploads';

const TARGET = 'torii.customIntegration';
const ORDER = orderOf(TARGET, 100);
const protocol = TORII_UPLOADS.protocolOf(TARGET);
const SYNC = 'put /services/sync/custom';
const forbidden = new AppError('KEY_LACKS_RIGHTS', { provider: 'Torii', subject: 'the audit log' });

test('the file, a look into the audit log, the sync: nothing more', () => {
  const torii = new ToriiOfUploads();
  const { last, waits } = ride(protocol, ORDER, torii);
  expect(torii.asked).toEqual(['post /files/upload', 'get /audit', SYNC]);
  expect(torii.begun).toEqual([{ path: '/services/sync/custom', body: { idFile: 1000, idAppAccount: 77 } }]);
  expect(torii.requests[1]).toMatchObject({ query: { entity: 'integrations', sort: 'desc' } });
  expect(torii.requests[2]).toMatchObject({ repeatable: false, rateClass: { requests: 200, seconds: 60 } });
  expect(waits).toEqual([]);
  expect(last).toMatchObject({
    kind: 'end',
    end: { outcome: 'taken', route: 'by form', ids: { File: 1000, 'App account': 77 }, findings: [] },
  });
  expect(last.kind === 'end' && last.end.words).toMatch(/“Check now” compares/);
});

test('only the sync is sent with “once”', () => {
  const idFile = { ...(protocol.begin(ORDER) as object), idFile: 1 };
  const marked = protocol.after(idFile, ORDER, [ok({ audit: [] })], 0);
  expect(protocol.move(idFile, ORDER, String, 0)).not.toHaveProperty('once');
  expect(protocol.move(marked, ORDER, String, 0)).toMatchObject({ kind: 'send', once: true });
});

test('Gluu has a call of its own', () => {
  const torii = new ToriiOfUploads('sync_gluu_custom_integration');
  ride(TORII_UPLOADS.protocolOf('torii.gluu'), orderOf('torii.gluu', 100), torii);
  expect(torii.begun).toEqual([{ path: '/services/sync/gluu', body: { idFile: 1000, idAppAccount: 77 } }]);
});

describe('Torii is busy', () => {
  test('pauses grow up to five minutes, and say whom to ask', () => {
    const torii = new ToriiOfUploads();
    for (let n = 0; n < 6; n += 1) torii.script.push({ on: SYNC, reply: refused(409, 'running') });
    const { last, waits } = ride(protocol, ORDER, torii);
    expect(waits.map(({ ms }) => ms / 1000)).toEqual([30, 60, 120, 240, 300, 300]);
    expect(new Set(waits.map(({ reason }) => reason)).size).toBe(1);
    expect(waits[0]?.reason).toMatch(/Ask whoever started it, or look under Integrations in Torii/);
    expect(last).toMatchObject({ kind: 'end' });
    expect(torii.begun).toHaveLength(1);
  });

  test('after six hours nobody waits any longer', () => {
    const torii = new ToriiOfUploads();
    torii.busyFor = 24 * 3_600_000;
    torii.syncOfOthers();
    const { last, waits } = ride(protocol, ORDER, torii);
    expect(last).toMatchObject({ kind: 'fail', error: { code: 'SYNC_RUNNING', details: { hours: 6 } } });
    const hours = waits.reduce((sum, { ms }) => sum + ms, 0) / 3_600_000;
    expect(hours).toBeGreaterThan(5.9);
    expect(hours).toBeLessThanOrEqual(6);
    expect(torii.begun).toEqual([]);
  });

  test('the sync of somebody else, begun meanwhile, is not taken for ours', () => {
    const torii = new ToriiOfUploads();
    torii.busyFor = 100_000;
    torii.syncOfOthers();
    expect(ride(protocol, ORDER, torii).last.kind).toBe('end');
    expect(torii.begun).toHaveLength(1);
  });
});

test('numbers may come as text', () => {
  const torii = new ToriiOfUploads();
  torii.script.push({ on: 'post /files/upload', reply: ok({ id: '1000' }, 201) });
  expect(ride(protocol, ORDER, torii).last.kind).toBe('end');
  expect(torii.begun).toMatchObject([{ body: { idFile: 1000, idAppAccount: 77 } }]);
});

test.each([null, {}, { success: true }])('an answer such as %j means that it began', (body) => {
  const torii = new ToriiOfUploads();
  torii.script.push({ on: SYNC, reply: ok(body), works: true });
  expect(ride(protocol, ORDER, torii).last.kind).toBe('end');
});

test('an answer without success is a refusal', () => {
  const torii = new ToriiOfUploads();
  torii.script.push({ on: SYNC, reply: ok({ success: false }) });
  expect(ride(protocol, ORDER, torii).last).toMatchObject({ error: { code: 'UPLOAD_REFUSED' } });
});

describe('nobody knows whether the sync began', () => {
  test('it did: the audit log tells, and it is not sent again', () => {
    const torii = new ToriiOfUploads();
    torii.script.push({ on: SYNC, reply: lost(), works: true });
    const { last, waits } = ride(protocol, ORDER, torii);
    expect(torii.begun).toHaveLength(1);
    expect(waits).toEqual([]);
    expect(last.kind === 'end' && last.end.words).toMatch(/its audit log shows that it began/);
  });

  test('it did not: after more looks, further and further apart, it is sent again', () => {
    const torii = new ToriiOfUploads();
    torii.script.push({ on: SYNC, reply: lost() });
    const { last, waits } = ride(protocol, ORDER, torii);
    expect(waits.map(({ ms }) => ms)).toEqual([30_000, 60_000, 120_000, 240_000]);
    expect(torii.asked.slice(1)).toEqual([
      'get /audit',
      SYNC,
      ...Array.from({ length: 5 }, () => 'get /audit'),
      SYNC,
    ]);
    expect(torii.begun).toHaveLength(1);
    expect(last.kind).toBe('end');
  });

  test('it did, and the audit log is late by minutes', () => {
    const torii = new ToriiOfUploads();
    torii.auditDelay = 5 * 60_000;
    torii.script.push({ on: SYNC, reply: lost(), works: true });
    expect(ride(protocol, ORDER, torii).last.kind).toBe('end');
    expect(torii.begun).toHaveLength(1);
  });

  test.each([-120_000, 120_000])('Torii’s clock may be %i ms ahead', (skew) => {
    for (const works of [true, undefined] as const) {
      const torii = new ToriiOfUploads();
      torii.skew = skew;
      torii.syncOfOthers();
      torii.script.push({ on: SYNC, reply: lost(), ...(works && { works }) });
      expect(ride(protocol, ORDER, torii).last.kind).toBe('end');
      expect(torii.begun).toHaveLength(1);
    }
  });

  test('a log that shows the event late is given the time', () => {
    const torii = new ToriiOfUploads();
    torii.script.push({ on: SYNC, reply: lost(), works: true });
    for (let n = 0; n < 2; n += 1) torii.script.push({ on: 'get /audit', reply: ok({ audit: [] }) });
    // The first look is the mark, the second the first after the loss.
    expect(ride(protocol, ORDER, torii).last.kind).toBe('end');
    expect(torii.begun).toHaveLength(1);
  });

  test('an event that names another account or file is not ours', () => {
    const torii = new ToriiOfUploads();
    torii.script.push({ on: SYNC, reply: lost() });
    const before = torii.answer.bind(torii);
    torii.answer = (request) => {
      if (request.method === 'put') {
        torii.note('sync_custom_integration', { idAppAccount: 78 });
        torii.note('sync_custom_integration', { idFile: 1 });
        torii.note('sync_gluu_custom_integration');
      }
      return before(request);
    };
    ride(protocol, ORDER, torii);
    expect(torii.begun).toHaveLength(1);
  });

  test('busy when it is sent again: it is looked up before each attempt', () => {
    const torii = new ToriiOfUploads();
    torii.busyFor = 90_000;
    torii.script.push({ on: SYNC, reply: lost(), works: true });
    const mark = ok({ audit: [] });
    // The log is so slow that it is silent until Torii says that it is busy.
    for (let n = 0; n < 4; n += 1) torii.script.push({ on: 'get /audit', reply: mark });
    expect(ride(protocol, ORDER, torii).last.kind).toBe('end');
    expect(torii.begun).toHaveLength(1);
  });

  test.each([
    ['at first', 0],
    ['any more', 1],
  ])('a log that cannot be read %s leaves it open', (_, readable) => {
    const torii = new ToriiOfUploads();
    torii.script.push({ on: SYNC, reply: lost(), works: true });
    const before = torii.answer.bind(torii);
    let reads = 0;
    torii.answer = (request) => {
      if (request.path !== '/audit' || (reads += 1) <= readable) return before(request);
      torii.asked.push('get /audit');
      return forbidden;
    };
    expect(ride(protocol, ORDER, torii).last).toMatchObject({
      kind: 'fail',
      error: { code: 'UPLOAD_UNCONFIRMED' },
    });
    expect(torii.asked.filter((each) => each === SYNC)).toHaveLength(1);
  });

  test('an answer without a list tells nothing', () => {
    const torii = new ToriiOfUploads();
    torii.script.push(
      { on: SYNC, reply: lost(), works: true },
      { on: 'get /audit', reply: ok({ audit: [] }) },
    );
    torii.script.push({ on: 'get /audit', reply: ok({}) });
    expect(ride(protocol, ORDER, torii).last).toMatchObject({ error: { code: 'UPLOAD_UNCONFIRMED' } });
    expect(torii.begun).toHaveLength(1);
  });

  test('whoever stops it then is told so', () => {
    const there = { ...(protocol.begin(ORDER) as object), idFile: 1000 };
    const marked = protocol.after(there, ORDER, [ok({ audit: [] })], 0);
    expect(protocol.leaves?.(marked)).toBeNull();
    const unsure = protocol.cutOff(marked, ORDER, 0);
    expect(protocol.leaves?.(unsure)).toMatch(/^Nobody knows whether Torii has begun/);
    const found = [ok({ audit: [{ type: 'sync_custom_integration', creationTime: '1970-01-01' }] })];
    expect(protocol.leaves?.(protocol.after(unsure, ORDER, found, 0))).toBeNull();
  });

  test('trouble while looking is no answer: it is looked again', () => {
    const torii = new ToriiOfUploads();
    const there = { ...(protocol.begin(ORDER) as object), idFile: 1000 };
    const marked = protocol.after(there, ORDER, [ok({ audit: [] })], torii.now);
    const unsure = protocol.cutOff(marked, ORDER, torii.now);
    const waiting = protocol.after(unsure, ORDER, [lost()], torii.now);
    expect(protocol.move(waiting, ORDER, String, torii.now)).toMatchObject({
      kind: 'wait',
      until: torii.now + 30_000,
    });
    let given = waiting;
    for (let look = 1; look < 5; look += 1) given = protocol.after(given, ORDER, [lost()], torii.now);
    expect(protocol.move(given, ORDER, String, torii.now)).toMatchObject({
      kind: 'fail',
      error: { code: 'UPLOAD_UNCONFIRMED' },
    });
  });

  test('a sync whose fate is never known is not sent for ever', () => {
    const torii = new ToriiOfUploads();
    for (let n = 0; n < 20; n += 1) torii.script.push({ on: SYNC, reply: lost() });
    expect(ride(protocol, ORDER, torii).last).toMatchObject({ error: { code: 'UPLOAD_UNCONFIRMED' } });
    expect(torii.asked.filter((each) => each === SYNC)).toHaveLength(5);
  });
});

describe('Torii refuses', () => {
  const refuse = (reply: AppError) => {
    const torii = new ToriiOfUploads();
    torii.script.push({ on: SYNC, reply });
    return ride(protocol, ORDER, torii).last;
  };

  test('a bad file, with the users that it names', () => {
    const last = refuse(refused(400, 'users[12].email is not a valid email; "users[3]" must be an object'));
    expect(last).toMatchObject({
      kind: 'fail',
      error: { code: 'UPLOAD_REFUSED' },
      findings: [
        { entity: '', page: 1, index: 12, field: 'email', message: 'email is not a valid email' },
        { entity: '', page: 1, index: 3, message: 'must be an object' },
      ],
    });
    expect(last.kind === 'fail' && last.error.what).toContain('users[12].email is not a valid email');
  });

  test('a bad line of a CSV', () => {
    expect(refuse(refused(400, 'Line 12: Email is not a valid email'))).toMatchObject({
      findings: [{ entity: '', page: 1, index: 10, message: 'Email is not a valid email' }],
    });
  });

  test('users below a licence are no rows of their own', () => {
    expect(refuse(refused(422, 'licenses[0].users[1].email is unknown'))).toMatchObject({ findings: [] });
  });

  test('an account that it does not know', () => {
    const last = refuse(new AppError('NOT_FOUND', { provider: 'Torii', subject: 'it' }));
    expect(last.kind === 'fail' && last.error.what).toMatch(/does not know this app account/);
  });

  test('a key without the right', () => {
    const error = new AppError('KEY_LACKS_RIGHTS', { provider: 'Torii', subject: 'custom integrations' });
    expect(refuse(error)).toMatchObject({ kind: 'fail', error: { code: 'KEY_LACKS_RIGHTS' } });
  });

  test('the day’s allowance is used up: nothing went', () => {
    expect(refuse(new AppError('FETCH_QUOTA', {}))).toMatchObject({ error: { code: 'FETCH_QUOTA' } });
  });
});

test('a key that cannot read the audit log sends all the same', () => {
  const torii = new ToriiOfUploads();
  torii.script.push({ on: 'get /audit', reply: forbidden });
  expect(ride(protocol, ORDER, torii).last.kind).toBe('end');
  expect(torii.begun).toHaveLength(1);
});

const CUT_OFFS = fc.array(
  fc.record<CutOff>({
    sending: fc.integer({ min: 1, max: 25 }),
    when: fc.constantFrom('before' as const, 'after' as const),
  }),
  { maxLength: 6 },
);

test.each([100, 5_000_000])('killed anywhere, a file of %i bytes is read once', (bytes) => {
  const order = orderOf(TARGET, bytes);
  fc.assert(
    fc.property(
      CUT_OFFS,
      fc.array(fc.constantFrom('lost', 'lost and done', 'busy'), { maxLength: 3 }),
      fc.integer({ min: -120_000, max: 120_000 }),
      (cutOffs, troubles, skew) => {
        const torii = new ToriiOfUploads();
        torii.skew = skew;
        torii.busyFor = 45_000;
        torii.syncOfOthers();
        for (const trouble of troubles) {
          const reply = trouble === 'busy' ? refused(409, 'running') : lost();
          torii.script.push({ on: SYNC, reply, ...(trouble === 'lost and done' ? { works: true } : {}) });
        }
        const { last, kept } = ride(protocol, order, torii, cutOffs);
        expect(torii.begun.length).toBeLessThanOrEqual(1);
        if (last.kind === 'end') expect(torii.begun).toHaveLength(1);
        else expect(last.error.code).toBe('UPLOAD_UNCONFIRMED');
        expect(kept.join()).not.toContain('s3cr3t');
        expect(Math.max(...kept.map((each) => each.length))).toBeLessThan(2_000);
      },
    ),
    { numRuns: 300 },
  );
});
