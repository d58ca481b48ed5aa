/** The growth that the bench reports, and that its pulls run. */
import { growth } from '../../../bench/growth';
import { measurePulls, RUNS, type PullFigures } from '../../../bench/pulls';

const figures = (rows: number, more: Partial<PullFigures> = {}): PullFigures => ({
  provider: 'torii',
  users: rows,
  run: 'first pull',
  rows,
  requests: rows / 1000,
  spreadsheetCalls: 20,
  virtualSeconds: (rows / 1000) ** 2,
  executions: 1,
  longestExecution: 1,
  cpuSeconds: 2,
  outcome: 'done',
  ...more,
});

test('growth is the factor for ten times as many rows, whatever the step between two sizes', () => {
  const grown = growth([figures(1_000), figures(10_000), figures(50_000)]);
  expect(grown).toEqual(
    [
      [1_000, 10_000],
      [10_000, 50_000],
    ].map(([from, to]) => ({
      provider: 'torii',
      run: 'first pull',
      from,
      to,
      requests: 10,
      spreadsheetCalls: 1,
      virtualSeconds: 100,
      cpuSeconds: 1,
    })),
  );
});

test('only like is compared with like, and nothing with a run that failed', () => {
  const others = [
    figures(10_000, { provider: 'zluri' }),
    figures(10_000, { run: 'refresh, nothing changed' }),
    figures(10_000, { outcome: 'OUT_OF_TIME' }),
  ];
  expect(growth([figures(1_000), ...others])).toEqual([]);
});

test.each(['torii', 'zluri'] as const)('the bench measures %s', async (provider) => {
  const measured = await measurePulls(provider, [100, 300]);
  expect(measured.map(({ run, users, outcome }) => [users, run, outcome])).toEqual(
    [100, 300].flatMap((users) => RUNS.map((run) => [users, run, 'done'])),
  );
  for (const { requests, spreadsheetCalls, virtualSeconds, cpuSeconds, executions } of measured) {
    expect(Math.min(requests, spreadsheetCalls, virtualSeconds, cpuSeconds, executions)).toBeGreaterThan(0);
  }
  // However many rows there are. https://developers.google.com/apps-script/guides/support/best-practices
  expect(Math.max(...measured.map(({ spreadsheetCalls }) => spreadsheetCalls))).toBeLessThan(80);
});
