/** The life of a sync, along every path that Zluri's pages tell of, and through whatever goes wrong on the way. */
import * as fc from 'fast-check';
import { AppError } from '../../../../../src/core/errors';
import type { UploadOrder, UploadProtocol } from '../../../../../src/providers/uploading';
import { SYNC_PROTOCOL } from '../../../../../src/providers/zluri/uploads/sync-protocol';
import { follow, type Course, type Cut } from './exchange';
import { keyOf, refused, SdkInMemory, type Fate } from './sdk-in-memory';

/** As jobs know it: its state is its own affair. */
const PROTOCOL: UploadProtocol = SYNC_PROTOCOL;

const PAGES: readonly [entity: string, page: number][] = [
  ['users', 1],
  ['users', 2],
  ['groups', 1],
  ['group_users', 1],
  ['user_activity', 1],
  ['user_activity', 2],
  ['transactions', 1],
];

const ORDER: UploadOrder = {
  upload: 'u1',
  target: 'zluri.users',
  place: 'inst 1',
  files: PAGES.map(([entity, page]) => ({
    target: `zluri.${entity}`,
    entity,
    page,
    name: `${entity}-${String(page)}.json`,
    contentType: 'application/json',
    bytes: 10,
    records: 2,
  })),
  startedAt: Date.UTC(2026, 10, 22, 9),
};

const TEXTS = PAGES.map(([entity, page]) => JSON.stringify([{ of: entity }, { on: page }]));
const INSTANCE = 'post /v2/integrations-sync/instances/inst%201/syncs';
const LIST = 'get /v2/integrations-sync/instances/inst%201/syncs';

function run(sdk: SdkInMemory, order: Partial<UploadOrder> = {}, cutAt?: (sending: number) => Cut): Course {
  return follow(PROTOCOL, { ...ORDER, ...order }, sdk, TEXTS, cutAt);
}

function ended({ last }: Course) {
  if (last.kind !== 'end') throw last.error;
  return last.end;
}

function failed({ last }: Course) {
  if (last.kind !== 'fail') throw new Error('it did not fail');
  return { code: last.error.code, what: last.error.what, next: last.error.next, findings: last.findings };
}

/** Whether a sync holds exactly what was to be sent. */
function holdsAll({ pages }: SdkInMemory['syncs'][number]): boolean {
  return (
    pages.size === PAGES.length &&
    PAGES.every(([entity, page], index) => {
      const held = pages.get(keyOf({ entity_name: entity, page_number: page }));
      return JSON.stringify(held?.data) === TEXTS[index];
    })
  );
}

const transient = (outcome: 'unknown' | 'unsent') =>
  new AppError('PROVIDER_TROUBLE', { provider: 'Zluri', status: 503, attempts: 5, outcome });

describe('where nothing goes wrong', () => {
  test('look, start, pages in order to the path of their model, finish, details', () => {
    const sdk = new SdkInMemory();
    const course = run(sdk);
    const end = ended(course);
    expect(sdk.requests).toEqual([
      LIST,
      INSTANCE,
      ...[1, 2, 3, 4].map(() => 'post /v2/integrations-sync/syncs/s1/snapshot-data'),
      ...[1, 2, 3].map(() => 'post /v2/integrations-sync/syncs/s1/incremental-data'),
      'put /v2/integrations-sync/syncs/s1/finish',
      'get /v2/integrations-sync/syncs/s1',
    ]);
    expect(end).toMatchObject({ outcome: 'taken', route: 'in 7 pages', ids: { Sync: 's1' }, findings: [] });
    expect(end.words).toContain('2 to 4 hours');
    expect(course.records).toEqual([4, 6, 8, 12, 14]);
    expect(sdk.syncs.map(holdsAll)).toEqual([true]);
  });

  test('a page is sent with its sync, entity, number and records (reference: uploadincrementaldata)', () => {
    const state = { ...(PROTOCOL.begin(ORDER) as object), stage: 'pages', sync: 's9', done: 6 };
    const move = PROTOCOL.move(state, ORDER, (file) => TEXTS[file] ?? '', ORDER.startedAt);
    expect(move).toMatchObject({
      kind: 'send',
      requests: [
        {
          path: '/v2/integrations-sync/syncs/s9/incremental-data',
          body: {
            sync_id: 's9',
            entity_name: 'transactions',
            page_number: 1,
            data: [{ of: 'transactions' }, { on: 1 }],
          },
          repeatable: true,
        },
      ],
    });
    expect(move).not.toHaveProperty('once');
  });

  test.each([['syncId'], ['id'], ['_id']])('the new sync’s id is found as %s, also one level down', (key) => {
    for (const body of [{ [key]: 'abc' }, { data: { [key]: 'abc' } }]) {
      const state = { ...(PROTOCOL.begin(ORDER) as object), stage: 'start' };
      expect(PROTOCOL.after(state, ORDER, [{ status: 201, body }], 0)).toMatchObject({
        stage: 'pages',
        sync: 'abc',
      });
    }
  });

  test('a finish that is not there by PUT is tried by POST', () => {
    const sdk = new SdkInMemory();
    sdk.fateOf = (name) => {
      if (name === 'put /v2/integrations-sync/syncs/s1/finish') return refused(405, 'method not allowed');
      if (name !== 'post /v2/integrations-sync/syncs/s1/finish') return 'works';
      for (const sync of sdk.syncs) sync.status = 'completed';
      return { status: 200, body: {} };
    };
    expect(ended(run(sdk)).ids).toEqual({ Sync: 's1' });
  });
});

describe('where a sync is open already', () => {
  test.each([true, false])(
    'nobody is told to do anything with it: nothing is sent (totals told: %s)',
    (totals) => {
      const sdk = new SdkInMemory();
      sdk.totals = totals;
      sdk.newestFirst = false;
      for (let old = 0; old < 120; old += 1) sdk.add('completed');
      sdk.add('started');
      const { code, what } = failed(run(sdk));
      expect(code).toBe('SYNC_OPEN');
      expect(what).toContain('2026-11-20 at 09:00 UTC');
      expect(new Set(sdk.requests)).toEqual(new Set([LIST]));
      expect(sdk.requests).toHaveLength(3);
    },
  );

  test('abort: it is aborted, and ours begins', () => {
    const sdk = new SdkInMemory();
    const other = sdk.add('started', [{ entity_name: 'users', page_number: 1, data: [] }]);
    expect(ended(run(sdk, { openSync: 'abort' })).ids).toEqual({ Sync: 's2' });
    expect(other.status).toBe('aborted');
  });

  test('abort: one that stays open is not fought for ever', () => {
    const sdk = new SdkInMemory();
    sdk.add('started');
    sdk.fateOf = (name) => (name.endsWith('/abort') ? refused(400, 'no') : 'works');
    expect(failed(run(sdk, { openSync: 'abort' })).code).toBe('SYNC_OPEN');
    expect(sdk.requests.length).toBeLessThan(20);
  });

  test('resume: all our pages go into it', () => {
    const sdk = new SdkInMemory();
    const other = sdk.add('started', [{ entity_name: 'users', page_number: 2, data: ['old'] }]);
    expect(ended(run(sdk, { openSync: 'resume' })).ids).toEqual({ Sync: 's1' });
    expect(holdsAll(other)).toBe(true);
  });

  test.each([
    ['users', 3],
    ['contracts', 1],
  ])(
    'resume: one with a page that ours do not replace is left alone (%s, %d)',
    (entity_name, page_number) => {
      const sdk = new SdkInMemory();
      const other = sdk.add('started', [{ entity_name, page_number, data: [] }]);
      const { code, what } = failed(run(sdk, { openSync: 'resume' }));
      expect(code).toBe('SYNC_OPEN');
      expect(what).toContain('09:00 UTC, with pages that this upload would not replace, and never finished');
      expect(other.pages.size).toBe(1);
    },
  );

  test('one that was begun between the look and our start is refused, and found', () => {
    const sdk = new SdkInMemory();
    sdk.fateOf = (name) => {
      if (name === INSTANCE) sdk.add('started');
      return 'works';
    };
    expect(failed(run(sdk)).code).toBe('SYNC_OPEN');
    expect(sdk.syncs).toHaveLength(1);
  });
});

describe('where an answer is lost', () => {
  test.each<[Fate, number]>([
    ['answerLost', 1],
    ['lost', 1],
  ])('a start (%s) is looked for before it is sent again', (fate, syncs) => {
    const sdk = new SdkInMemory();
    sdk.fateOf = (name, times) => (name === INSTANCE && times === 1 ? fate : 'works');
    expect(ended(run(sdk)).outcome).toBe('taken');
    expect(sdk.syncs).toHaveLength(syncs);
    expect(sdk.requests.filter((name) => name === INSTANCE)).toHaveLength(fate === 'lost' ? 2 : 1);
  });

  test('one with pages that somebody else began meanwhile is not taken for ours', () => {
    const sdk = new SdkInMemory();
    sdk.fateOf = (name) => {
      if (name !== INSTANCE) return 'works';
      sdk.add('started', [{ entity_name: 'users', page_number: 1, data: [] }]);
      return 'lost';
    };
    expect(failed(run(sdk)).code).toBe('SYNC_OPEN');
  });

  test('an empty one that began hours after our start is not taken for ours either', () => {
    const sdk = new SdkInMemory();
    sdk.fateOf = (name) => {
      if (name !== INSTANCE) return 'works';
      sdk.now += 5 * 3_600_000;
      sdk.add('started');
      return 'lost';
    };
    const { code } = failed(run(sdk));
    expect(code).toBe('SYNC_OPEN');
    expect(sdk.open()).toHaveLength(1);
  });

  test('one whose pages are not shown is ours by its time, and none to go on with for others', () => {
    const sdk = new SdkInMemory();
    sdk.showsPages = false;
    sdk.fateOf = (name, times) => (name === INSTANCE && times === 1 ? 'answerLost' : 'works');
    expect(ended(run(sdk)).outcome).toBe('taken');
    const other = new SdkInMemory();
    other.showsPages = false;
    other.add('started');
    expect(failed(run(other, { openSync: 'resume' })).what).toContain('whose pages Zluri does not show');
  });

  test.each<Fate>(['answerLost', 'lost'])('a finish (%s): the details tell', (fate) => {
    const sdk = new SdkInMemory();
    sdk.fateOf = (name, times) => (name.endsWith('/finish') && times === 1 ? fate : 'works');
    expect(ended(run(sdk)).outcome).toBe('taken');
    expect(sdk.syncs.map(({ status }) => status)).toEqual(['completed']);
    expect(sdk.requests.filter((name) => name.endsWith('/finish'))).toHaveLength(fate === 'lost' ? 2 : 1);
  });

  test('an accepted finish is enough where the details cannot be read', () => {
    const sdk = new SdkInMemory();
    sdk.fateOf = (name) =>
      name === 'get /v2/integrations-sync/syncs/s1' ? refused(404, 'no such path') : 'works';
    expect(ended(run(sdk)).outcome).toBe('taken');
  });

  test('neither finish nor details answer: it says so, and that the sync may be open', () => {
    const sdk = new SdkInMemory();
    sdk.fateOf = (name) => (/finish|get .*s1/.test(name) ? 'lost' : 'works');
    const { code, next } = failed(run(sdk));
    expect(code).toBe('UPLOAD_UNCONFIRMED');
    expect(next).toContain('sync s1, which may still be open');
  });

  test('pages that trouble kept back are sent again', () => {
    const sdk = new SdkInMemory();
    sdk.fateOf = (name, times) =>
      name.endsWith('snapshot-data') && times === 2 ? transient('unknown') : 'works';
    const course = run(sdk);
    expect(ended(course).outcome).toBe('taken');
    expect(course.waits).toHaveLength(1);
    expect(sdk.syncs.map(holdsAll)).toEqual([true]);
  });
});

describe('where Zluri refuses', () => {
  test('a page (422): the others go on, then the sync is aborted, and each record is named (docs: troubleshooting)', () => {
    const sdk = new SdkInMemory();
    sdk.fateOf = (name, times) => {
      if (name.endsWith('snapshot-data') && times === 2)
        return refused(422, 'email is not valid', { param: 'data[22].email' });
      if (name.endsWith('incremental-data') && times === 3) {
        return refused(400, 'bad', { entity_name: 'transactions', page_number: 1, line: 5 });
      }
      return 'works';
    };
    const { code, what, next, findings } = failed(run(sdk));
    expect(code).toBe('UPLOAD_REFUSED');
    expect(what).toContain('2 records or pages did not pass');
    expect(next).toContain('nothing of it shows in Zluri');
    expect(findings).toEqual([
      { entity: 'users', page: 2, index: 22, field: 'email', message: 'email is not valid' },
      { entity: 'transactions', page: 1, index: 4, message: 'bad' },
    ]);
    expect(sdk.syncs.map(({ status }) => status)).toEqual(['aborted']);
    expect(sdk.requests.some((name) => name.endsWith('/finish'))).toBe(false);
  });

  test('many records: some are kept, the others counted, and the state stays small', () => {
    const sdk = new SdkInMemory();
    const errors = Array.from({ length: 900 }, (_, index) => ({
      msg: `not valid ${'x'.repeat(500)}`,
      param: `data[${String(index)}].email`,
    }));
    sdk.fateOf = (name) => (name.endsWith('-data') ? { status: 422, body: { errors } } : 'works');
    const course = run(sdk);
    const { findings } = failed(course);
    expect(course.longest).toBeLessThan(5_500);
    expect(findings.filter(({ index }) => index !== undefined)).toHaveLength(20);
    expect(failed(course).what).toContain('6300 records or pages');
  });

  test('the path of incremental pages (404): aborted', () => {
    const sdk = new SdkInMemory();
    sdk.fateOf = (name) => (name.endsWith('incremental-data') ? refused(404, 'not found') : 'works');
    const { code, what } = failed(run(sdk));
    expect(code).toBe('UPLOAD_STOPPED');
    expect(what).toContain('was aborted');
    expect(sdk.open()).toEqual([]);
  });

  test('the key, amid the pages: the sync stays open, and that is told', () => {
    const sdk = new SdkInMemory();
    sdk.fateOf = (name, times) =>
      name.includes('/syncs/s1/') && times > 1
        ? refused(401, 'no')
        : /abort/.test(name)
          ? refused(401, 'no')
          : 'works';
    const { code, what } = failed(run(sdk));
    expect(code).toBe('UPLOAD_STOPPED');
    expect(what).toMatch(/does not accept this API key.*Make a new key.*Sync s1 is still open/);
  });

  test('the finish (403): all pages go again, twice at most more than that', () => {
    const sdk = new SdkInMemory();
    sdk.fateOf = (name, times) =>
      name.endsWith('/finish') && times === 1 ? refused(403, 'pages are missing') : 'works';
    expect(ended(run(sdk)).outcome).toBe('taken');
    expect(sdk.requests.filter((name) => name.endsWith('-data'))).toHaveLength(14);

    const stubborn = new SdkInMemory();
    stubborn.fateOf = (name) => (name.endsWith('/finish') ? refused(403, 'pages are missing') : 'works');
    expect(failed(run(stubborn)).what).toContain('pages are missing');
    expect(stubborn.open()).toEqual([]);
  });

  test('the finish (422), the sync having failed: its report by record', () => {
    const sdk = new SdkInMemory();
    sdk.onFinish = (sync) => {
      sync.status = 'failed';
      sync.bad.set('group_users/1', { status: 'invalid' });
      return refused(422, 'user_id is unknown', {
        entity_name: 'group_users',
        page_number: 1,
        line: 2,
        param: 'user_id',
      });
    };
    const { code, what, next, findings } = failed(run(sdk));
    expect(code).toBe('UPLOAD_REFUSED');
    expect(what).toContain('1 record or page did not pass');
    expect(next).toContain('failed');
    expect(findings).toEqual([
      { entity: 'group_users', page: 1, index: 1, field: 'user_id', message: 'user_id is unknown' },
    ]);
  });

  test('the finish (422), the sync being open still: it is aborted', () => {
    const sdk = new SdkInMemory();
    sdk.onFinish = () => refused(422, 'broken');
    expect(failed(run(sdk)).next).toContain('aborted');
    expect(sdk.open()).toEqual([]);
  });

  test('the sync afterwards: pages that did not pass are named, and no signed address is shown', () => {
    const sdk = new SdkInMemory();
    sdk.fateOf = (name) => {
      if (name.endsWith('/finish')) {
        for (const sync of sdk.syncs) {
          sync.status = 'failed';
          sync.bad.set('users/2', { status: 'invalid', error_report_url: 'https://signed.example/e?sig=2' });
          sync.bad.set('groups/1', {
            status: 'invalid',
            message: 'see https://signed.example/g?sig=3 for it',
          });
        }
        return { status: 200, body: {} };
      }
      return 'works';
    };
    const { code, findings } = failed(run(sdk));
    expect(code).toBe('UPLOAD_REFUSED');
    expect(findings).toEqual([
      { entity: 'users', page: 2, message: 'Zluri did not accept page 2 of the users.' },
      { entity: 'groups', page: 1, message: 'see (address) for it' },
    ]);
    expect(JSON.stringify(findings)).not.toContain('sig=');
  });

  test('the instance: its error, and nothing else is sent', () => {
    const sdk = new SdkInMemory();
    sdk.fateOf = () => refused(404, 'no such instance');
    const { code, what } = failed(run(sdk));
    expect(code).toBe('UPLOAD_STOPPED');
    expect(what).toContain('does not have this instance');
    expect(sdk.requests).toEqual([LIST]);
  });

  test('aborting, because somebody finished the sync: told', () => {
    const sdk = new SdkInMemory();
    sdk.fateOf = (name) => {
      if (!name.endsWith('incremental-data')) return 'works';
      for (const sync of sdk.syncs) sync.status = 'completed';
      return 'works';
    };
    const { what } = failed(run(sdk));
    expect(what).toContain('Somebody finished the sync');
  });
});

describe('where executions are cut off', () => {
  const sendings = 7;

  test.each(Array.from({ length: sendings }, (_, at) => at))('at sending %d, before and after it', (at) => {
    for (const cut of ['before', 'after'] as const) {
      const sdk = new SdkInMemory();
      const end = ended(run(sdk, {}, (sending) => (sending === at ? cut : null)));
      expect(end.ids).toEqual({ Sync: 's1' });
      expect(sdk.syncs.map(({ status }) => status)).toEqual(['completed']);
      expect(sdk.syncs.map(holdsAll)).toEqual([true]);
    }
  });

  test('what would stay behind is told at every point', () => {
    const state = PROTOCOL.begin(ORDER) as object;
    const leaves = (news: object): string | null | undefined => PROTOCOL.leaves?.({ ...state, ...news });
    expect(leaves({})).toBeNull();
    expect(leaves({ stage: 'start' })).toContain('may have been begun');
    expect(leaves({ stage: 'pages', sync: 's1' })).toContain('Sync s1 is still open');
    expect(leaves({ stage: 'check', sync: 's1', finished: true })).toBeNull();
    expect(leaves({ stage: 'end', sync: 's1' })).toBeNull();
    expect(leaves({ stage: 'fail', sync: 's1', left: 'aborted' })).toBeNull();
  });

  const FATES = fc.oneof(
    { weight: 12, arbitrary: fc.constant<Fate>('works') },
    fc.constantFrom<Fate>(
      'answerLost',
      'lost',
      transient('unknown'),
      transient('unsent'),
      refused(401, 'no'),
    ),
    fc.constantFrom<Fate>(refused(403, 'no'), refused(409, 'no'), refused(422, 'no'), refused(404, 'no')),
  );
  const CUTS = fc.oneof(
    { weight: 4, arbitrary: fc.constant<Cut>(null) },
    { weight: 1, arbitrary: fc.constantFrom<Cut>('before', 'after') },
  );

  test('whatever is lost or refused: at most one sync is finished with our pages, and none is left open unsaid', () => {
    fc.assert(
      fc.property(
        fc.array(FATES, { maxLength: 40 }),
        fc.array(CUTS, { maxLength: 30 }),
        fc.constantFrom<UploadOrder['openSync']>(undefined, 'abort', 'resume'),
        fc.boolean(),
        (fates, cuts, openSync, someoneElses) => {
          const sdk = new SdkInMemory();
          if (someoneElses) sdk.add('started', [{ entity_name: 'users', page_number: 1, data: [] }]);
          let turn = 0;
          sdk.fateOf = () => fates[turn++] ?? 'works';
          const course = run(sdk, openSync ? { openSync } : {}, (sending) => cuts[sending] ?? null);
          const finished = sdk.syncs.filter(({ status }) => status === 'completed');
          expect(finished.length).toBeLessThanOrEqual(1);
          expect(finished.every(holdsAll)).toBe(true);
          expect(course.longest).toBeLessThan(5_500);
          if (course.last.kind === 'end') {
            expect(finished).toHaveLength(1);
            expect(sdk.open()).toEqual([]);
          } else if (sdk.open().length > 0 && !(someoneElses && sdk.syncs.length === 1)) {
            const { error, findings } = course.last;
            const said = [error.what, error.next, ...findings.map(({ message }) => message)].join(' ');
            expect(said).toMatch(/still (be )?open|may have been begun|never finished/);
          }
        },
      ),
      { numRuns: 1_500 },
    );
  });
});
