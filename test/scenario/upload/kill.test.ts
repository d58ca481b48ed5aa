/** An upload that dies anywhere and is taken up again has sent what was shown, once. */
import type { Desk } from '../../../local/desk';
import type { Job } from '../desks';
import {
  calm,
  CASES,
  driven,
  expectAsCalm,
  leftAlone,
  prepared,
  type Prepared,
  started,
  traces,
} from './killed';

/** STRIDE=1 kills at every single service call, which takes many minutes. */
const STRIDE = Number(process.env['STRIDE'] ?? 41);

type Kill = Parameters<Desk['kill']>[0];

/** After every so many service calls, each case and way at others; and after each request. */
function killsOf(
  { calls, requests }: { readonly calls: number; readonly requests: number },
  offset: number,
): readonly Kill[] {
  return [
    ...Array.from({ length: Math.max(0, Math.ceil((calls - offset) / STRIDE)) }, (_, at) => ({
      afterServiceCalls: 1 + (offset % STRIDE) + at * STRIDE,
    })),
    ...Array.from({ length: requests }, (_, at) => ({ afterRequests: at + 1 })),
  ];
}

/** Every execution dies, each somewhat later than the one before; nobody waits for a lease that its holder left behind. */
async function dyingAgain(given: Prepared): Promise<Job> {
  const { desk } = given;
  const job = await started(given);
  let deaths = 0;
  for (let calls = 5; ; calls += 9) {
    desk.kill({ afterServiceCalls: calls });
    const after = (await desk.api('step', { job }).catch(() => null)) as Job | null;
    desk.kill({});
    if (after !== null && after.state !== 'running' && after.state !== 'waiting') {
      expect(deaths).toBeGreaterThan(2);
      return after;
    }
    if (after === null) deaths += 1;
    await desk.clock.advance({ minutes: 3 });
  }
}

const WAYS: readonly (readonly [string, (given: Prepared) => Promise<Job>])[] = [
  ['while the sidebar is open', driven],
  ['while nobody looks', leftAlone],
];

describe.each(Object.entries(CASES))(
  'an upload by %s, killed after any service call or request',
  (name, each) => {
    test.each(WAYS)(
      '%s, has sent what was shown, once',
      async (way, drive) => {
        const { seen, ...taken } = await calm(each, drive);
        for (const when of killsOf(taken, name.length * way.length)) {
          const given = await prepared(each);
          given.desk.kill(when);
          expectAsCalm(when, await traces(given, each, await drive(given)), seen, each);
        }
      },
      240_000,
    );
  },
);

test.each(Object.entries(CASES))(
  'an upload by %s that dies again and again gets there',
  async (_name, each) => {
    const { seen } = await calm(each, driven);
    const given = await prepared(each);
    expectAsCalm({}, await traces(given, each, await dyingAgain(given)), seen, each);
  },
);
