/** A push that dies anywhere and is taken up again ends as one that nothing happened to: nothing twice, nothing left out, all of it told. */
import type { Desk } from '../../../local/desk';
import {
  addRow,
  edit,
  expectSettled,
  journal,
  nthId,
  preview,
  pulled,
  type Provider,
  pulledDesk,
  type Push,
  records,
} from './push-desk';

/** STRIDE=1 kills at every single service call, which takes many minutes. */
const STRIDE = Number(process.env['STRIDE'] ?? 61);

interface Case {
  readonly provider: Provider;
  readonly resource: string;
  readonly tab: string;
  readonly fields: readonly string[];
  /** Edits the tab, and gives the plan that is to be sent. */
  readonly plan: (desk: Desk) => Promise<string>;
  /** Service calls before the first kill. */
  readonly offset: number;
}

const edited = async (desk: Desk, tab: string): Promise<string> => (await preview(desk, tab)).plan;

const CONTRACTS = ['name', 'idApp', 'status', 'vendor', 'ccf_seats', 'amount', 'currency'];

const CASES: Readonly<Record<string, Case>> = {
  'updates and new contracts in Torii': {
    provider: 'torii',
    resource: 'contracts',
    tab: 'Contracts',
    fields: CONTRACTS,
    offset: 3,
    plan: async (desk) => {
      for (const n of [0, 1, 2]) {
        const texts = { vendor: `Mine ${String(n)}`, ccf_seats: '41' };
        await edit(desk, 'Contracts', nthId(desk, 'torii', 'contracts', n), texts);
      }
      const idApp = String(nthId(desk, 'torii', 'apps', 0));
      for (const name of ['Brand new', 'Another new']) {
        await addRow(desk, 'Contracts', { name, idApp, status: 'Active', vendor: 'Mine' });
      }
      return edited(desk, 'Contracts');
    },
  },
  'deleted contracts in Torii': {
    provider: 'torii',
    resource: 'contracts',
    tab: 'Contracts',
    fields: CONTRACTS,
    offset: 17,
    plan: async (desk) => {
      desk.tab('Contracts').select('A2:A4');
      return (await preview(desk, 'Contracts', { deleteSelected: true })).plan;
    },
  },
  'updates and a new app in Zluri': {
    provider: 'zluri',
    resource: 'apps',
    tab: 'Apps',
    fields: ['app_name', 'app_tags', 'app_budget', 'app_status'],
    offset: 31,
    plan: async (desk) => {
      for (const n of [0, 1, 2]) {
        await edit(desk, 'Apps', nthId(desk, 'zluri', 'apps', n), {
          app_tags: `mine ${String(n)}`,
          app_budget: '77',
        });
      }
      await addRow(desk, 'Apps', { app_name: 'Brand new', app_tags: 'mine' });
      return edited(desk, 'Apps');
    },
  },
};

let opened: Desk | undefined;
afterAll(() => opened?.close());

/** One at a time: the one before is closed. @returns the job that is about to begin */
async function started({
  provider,
  resource,
  fields,
  plan,
}: Case): Promise<{ desk: Desk; job: string; plan: string }> {
  await opened?.close();
  const desk = (opened = await pulledDesk(provider, resource, {
    fields,
  }));
  const id = await plan(desk);
  const { job } = (await desk.api('apply', { plan: id })) as { job: string };
  return { desk, job, plan: id };
}

/** What must be the same however often the push died: records but for the ids of new ones, the journal, and the tab. */
async function outcome(desk: Desk, { provider, resource, tab }: Case, plan: string): Promise<object> {
  const lines = await journal(desk, plan);
  // A record that was read back fills more of its row than an answer does, until the next refresh.
  await pulled(desk, provider, resource);
  return {
    records: records(desk, provider, resource).map(
      ({ id: _id, app_id: _appId, creationTime: _made, app_discovered: _seen, ...rest }) => rest,
    ),
    journal: lines
      .map(({ action, field, before, after, outcome: ended }) =>
        JSON.stringify([action, field, before, after, ended]),
      )
      .sort(),
    rows: desk
      .tab(tab)
      .rows()
      .map(({ ID, ...rest }) => [ID === '' ? 'no id' : 'an id', Object.values(rest)]),
  };
}

/** One run without trouble, and how many calls and requests it took. */
async function calmRun(each: Case): Promise<{ wanted: object; calls: number; requests: number }> {
  const { desk, job, plan } = await started(each);
  const before = desk.executions.length;
  const end = (await desk.run(job)) as Push;
  expect(end).toMatchObject({ state: 'done', result: { failed: 0, unknown: 0 } });
  const runs = desk.executions.slice(before);
  const sum = (key: 'calls' | 'requests') => runs.reduce((all, run) => all + run[key], 0);
  const figures = { calls: sum('calls'), requests: sum('requests') };
  return { wanted: await outcome(desk, each, plan), ...figures };
}

/** As the open sidebar goes on, or as the trigger does once it is closed. */
const RESUMED = {
  'by the sidebar': async (desk: Desk, job: string) => {
    expect(await desk.run(job)).toMatchObject({ state: 'done' });
  },
  'by the trigger': async (desk: Desk, job: string) => {
    await desk.api('step', { job }).catch(() => undefined);
    desk.kill({});
    for (let waited = 0; waited < 20; waited += 1) {
      const { state } = (await desk.api('job', { job })) as { state: string };
      if (state === 'done') return;
      await desk.clock.advance({ minutes: 10 });
    }
    throw new Error('The push was not taken up again.');
  },
} as const;

describe.each(Object.entries(CASES))('%s, killed', (_name, each) => {
  let calm: Awaited<ReturnType<typeof calmRun>>;
  beforeAll(async () => {
    calm = await calmRun(each);
  });

  describe.each(Object.entries(RESUMED))('and taken up again %s', (how, resume) => {
    async function killed(when: Parameters<Desk['kill']>[0]): Promise<void> {
      const { desk, job, plan } = await started(each);
      desk.kill(when);
      await resume(desk, job);
      desk.kill({});
      expect({ when, ...(await outcome(desk, each, plan)) }).toEqual({ when, ...calm.wanted });
    }

    test('after any service call', async () => {
      const offset = how === 'by the trigger' ? each.offset + Math.floor(STRIDE / 2) : each.offset;
      for (let calls = offset; calls < calm.calls; calls += STRIDE)
        await killed({ afterServiceCalls: calls });
    });

    test('after any request', async () => {
      const step = how === 'by the trigger' ? 2 : 1;
      for (let requests = 1; requests <= calm.requests; requests += step)
        await killed({ afterRequests: requests });
    });
  });

  test('leaves nothing to do', async () => {
    const { desk, job } = await started(each);
    desk.kill({ afterRequests: 3 });
    await desk.run(job);
    desk.kill({});
    await expectSettled(desk, each.provider, each.resource, each.tab);
  });
});
