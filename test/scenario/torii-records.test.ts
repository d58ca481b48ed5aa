/** What happened in Torii and how it is set up: expenses, logs, roles and fields, equal to what the server holds. */
import type { Desk } from '../../local/desk';
import { connectedDesk, pull } from './desks';
import { byId, data, paths, whole } from './torii-data';
import type { Named } from './torii-data';

describe('transactions', () => {
  interface Transaction {
    id: number;
    idApp: number | null;
    transactionDate: string;
    description: string;
    amount: { value: number; currency: string };
    source: string;
    mappingStatus: string;
  }

  test('are those that were matched, with real days and amounts of any currency', async () => {
    const on = await connectedDesk();
    await pull(on, 'transactions');
    const tab = on.tab('Transactions');
    const expected = data<Transaction>(on, 'transactions').filter(
      ({ mappingStatus }) => mappingStatus === 'mapped',
    );
    expect(tab.rows()).toMatchObject(
      expected.map((transaction) => ({
        ID: transaction.id,
        Description: transaction.description,
        Date: expect.any(Date),
        Amount: whole(transaction.amount),
        Source: transaction.source,
        'App ID': transaction.idApp,
        'Mapping status': 'Mapped',
      })),
    );
    const [, ...shown] = tab.display();
    expect(shown.map((row) => row[1])).toEqual(expected.map(({ transactionDate }) => transactionDate));
    const format = (row: readonly string[]) => /^[A-Z]{3} [\d,]+(\.\d+)?$/.exec(row[3] ?? '')?.[1] ?? '';
    expect(shown.map((row) => format(row).length)).toEqual(
      expected.map(({ amount }) => ({ JPY: 0, KWD: 4 })[amount.currency] ?? 3),
    );
  });

  test('that were not matched come by a filter, of which Torii is told', async () => {
    const on = await connectedDesk();
    const unmatched = data<Transaction>(on, 'transactions').filter(
      ({ mappingStatus }) => mappingStatus === 'unknown',
    );
    await pull(on, 'transactions', {
      filters: [{ field: 'mappingStatus', test: 'isNoneOf', values: ['Mapped', 'archived'] }],
    });
    expect(on.requests.at(-1)?.url).toContain('mappingStatus=unknown');
    expect(
      on
        .tab('Transactions')
        .rows()
        .map(({ ID }) => ID),
    ).toEqual(unmatched.map(({ id }) => id));
  });
});

describe('the audit log', () => {
  interface Entry {
    creationTime: string;
    type: string;
    performedBy: number;
    requestDetails: { path: string; method: string };
    properties: object;
  }
  const recent = (on: Desk, from: string) =>
    data<Entry>(on, 'auditLog').filter(({ creationTime }) => creationTime > from);

  test('holds every entry of the last 30 days, also those that look alike, the oldest first', async () => {
    const on = await connectedDesk();
    await pull(on, 'auditLog');
    const expected = recent(on, '2026-01-31T09:00:00.000Z');
    expect(expected.length).toBeGreaterThan(1000);
    const said = ({ creationTime, type, requestDetails }: Entry) =>
      [creationTime, type, requestDetails.path, requestDetails.method].join(' ');
    expect(new Set(expected.map(said)).size).toBeLessThan(expected.length);
    const shown = on
      .tab('Audit log')
      .rows()
      .map((row) => [
        (row.Time as Date).getTime(),
        row.Event,
        row.Request,
        row.Method,
        row.Email,
        row.Details,
      ]);
    const users = new Map(data<Named>(on, 'users').map((user) => [user.id, user]));
    expect(shown).toEqual(
      expected.map(({ creationTime, type, requestDetails: { path, method }, performedBy, properties }) => {
        // Of an object whose shape nobody described, what names it is shown.
        const details = 'id' in properties ? String(properties.id) : JSON.stringify(properties);
        // A cell keeps whole seconds.
        const time = Math.floor(Date.parse(creationTime) / 1000) * 1000;
        return [time, type, path, method, users.get(performedBy)?.email, details === '{}' ? '' : details];
      }),
    );
  });

  test('grows at its end, and keeps what is too old to come again', async () => {
    const on = await connectedDesk();
    await pull(on, 'auditLog');
    const before = on.tab('Audit log').rows().length;
    await on.clock.advance({ days: 2 });
    on.torii.edit('auditLog', 5_000_000, {
      creationTime: '2026-03-03T10:00:00.000Z',
      type: 'create_public_api_key',
      performedBy: null,
    });
    expect(await pull(on, 'auditLog')).toMatchObject({ result: { added: 1, vanished: 0, complete: true } });
    expect(on.tab('Audit log').display()[0]?.at(-1)).toMatch(/^Status · complete as of 4 Mar 2026/);
    const rows = on.tab('Audit log').rows();
    expect(rows).toHaveLength(before + 1);
    expect(rows.at(-1)).toMatchObject({ Event: 'create_public_api_key', Email: '', Status: '' });
  });

  test('that is answered too large fails in plain words, and the tab stays as it was', async () => {
    const on = await connectedDesk();
    await pull(on, 'auditLog');
    const before = on.tab('Audit log').values();
    on.torii.options({ longestAuditAnswer: 10_000 });
    expect(await pull(on, 'auditLog')).toMatchObject({
      state: 'failed',
      error: { code: 'PROVIDER_TROUBLE' },
    });
    expect(on.tab('Audit log').values()).toEqual(before);
  });
});

test('workflow runs are the executed actions, with their ends and errors', async () => {
  const on = await connectedDesk();
  await pull(on, 'workflowRuns');
  const runs = data<Record<string, unknown>>(on, 'workflowRuns');
  const rows = byId(on, 'Workflow runs');
  expect(rows.size).toBe(runs.length);
  const moment = (value: unknown) => (value === null ? '' : new Date(String(value)));
  for (const run of runs) {
    expect(rows.get(String(run.id))).toMatchObject({
      Action: run.actionType,
      'Workflow ID': run.idWorkflow,
      Run: run.idWorkflowExecution,
      'App ID': run.idApp,
      User: String((run.runtimeInfo as { user: { id: number } }).user.id),
      Begun: moment(run.creationTime),
      Completed: run.isCompleted,
      'Completed on': moment(run.completionTime),
      Error: run.executionErrorType ?? '',
      'Failed on': moment(run.errorTime),
    });
  }
});

test('an id with more digits than a number keeps is text to the last digit', async () => {
  const on = await connectedDesk();
  await pull(on, 'workflowRuns', { fields: ['id', 'idAction'] });
  const runs = data<{ id: number; idAction: string }>(on, 'workflowRuns');
  const rows = byId(on, 'Workflow runs');
  expect(runs.map(({ id }) => rows.get(String(id))?.['Action ID'])).toEqual(
    runs.map(({ idAction }) => idAction),
  );
});

test('roles come in one answer, with how many people have each', async () => {
  const on = await connectedDesk();
  await pull(on, 'roles');
  const users = data<{ idRole: number }>(on, 'users');
  expect(on.tab('Roles').rows()).toMatchObject(
    data<{ id: number; name: string; isAdmin: boolean; systemKey: string }>(on, 'roles').map((role) => ({
      ID: role.id,
      Name: role.name,
      Admin: role.isAdmin,
      'Internal name': role.systemKey,
      Users: users.filter(({ idRole }) => idRole === role.id).length,
    })),
  );
});

test('fields are those of apps, contracts and users in one tab, with their choices', async () => {
  const on = await connectedDesk();
  await pull(on, 'fields');
  const rows = on.tab('Fields').rows();
  interface Own {
    name: string;
    systemKey: string;
    type: string;
    isDeleted: boolean;
    isShown: boolean;
    options?: { label: string; isDeleted?: boolean }[];
  }
  for (const [list, of, prefix] of [
    ['appFields', 'Apps', 'apps'],
    ['contractFields', 'Contracts', 'contracts'],
    ['userFields', 'Users', 'users'],
  ] as const) {
    // Deleted fields are listed for users alone.
    const listed = data<Own>(on, list).filter((own) => own.isShown && (prefix === 'users' || !own.isDeleted));
    expect(listed.length).toBeGreaterThan(0);
    for (const own of listed) {
      const options =
        prefix === 'users' ? [] : (own.options ?? []).filter((option) => option.isDeleted !== true);
      expect(rows.find(({ ID }) => ID === `${prefix}/${own.systemKey}`)).toMatchObject({
        'Belongs to': of,
        Name: own.name,
        'Internal name': own.systemKey,
        Type: own.type,
        Choices: options.map(({ label }) => label).join(', '),
        Deleted: prefix === 'users' && own.isDeleted,
      });
    }
  }
  const before = on.requests.length;
  await pull(on, 'fields', { tab: 'Of users', filters: { of: ['users'] } });
  expect(paths(on, before)).toEqual(['/users/fields']);
});
