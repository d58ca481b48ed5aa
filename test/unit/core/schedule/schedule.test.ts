/** What a run changes in its schedule, and when that is news to its owner. */
import { afterRun, dueAt, lateSince, type Schedule } from '../../../../src/core/schedule/schedule';

const at = (text: string): number => Date.parse(text);

const SCHEDULE: Schedule = {
  tabId: 5,
  tab: 'Apps',
  file: 'file',
  rhythm: { every: 'day', hour: 7 },
  owner: { key: 'k', name: 'ada@example.com' },
  since: at('2026-03-02T09:00:00Z'),
  job: 'job',
};
const DONE = { at: 10, outcome: 'done', seconds: 3, requests: 2 } as const;
const FAILED = { at: 20, outcome: 'failed', seconds: 1 } as const;
const WHY = { code: 'KEY_REFUSED' as const, what: 'No.', next: 'Wait.' };

test('a run that works leaves its figures', () => {
  const { job: _over, ...rest } = SCHEDULE;
  expect(afterRun(SCHEDULE, DONE)).toEqual({
    schedule: { ...rest, startedAt: 10, lastRun: DONE },
    news: null,
  });
});

test('a failure is news until it was told, and keeps the time of the first', () => {
  const first = afterRun(SCHEDULE, FAILED, WHY);
  expect(first).toMatchObject({ news: 'failed', schedule: { failing: { since: 20, told: false, ...WHY } } });
  const untold = afterRun(first.schedule, { ...FAILED, at: 30 }, { ...WHY, what: 'Still no.' });
  expect(untold).toMatchObject({ news: 'failed', schedule: { failing: { since: 20, what: 'Still no.' } } });
  const told = { ...untold.schedule, failing: { since: 20, ...WHY, told: true } };
  expect(afterRun(told, { ...FAILED, at: 40 }, WHY)).toMatchObject({
    news: null,
    schedule: { failing: { since: 20, told: true } },
  });
});

test('a recovery is news where the failure was told', () => {
  const failing = { since: 20, ...WHY };
  const untold = afterRun({ ...SCHEDULE, failing: { ...failing, told: false } }, DONE);
  expect(untold).toMatchObject({ news: null });
  expect(untold.schedule).not.toHaveProperty('failing');
  const told = afterRun({ ...SCHEDULE, failing: { ...failing, told: true } }, DONE);
  expect(told).toMatchObject({ news: 'recovered' });
  expect(told.schedule).not.toHaveProperty('failing');
});

test('a run that a person stopped changes nothing about a failure', () => {
  const failing = { since: 20, ...WHY, told: true };
  const { schedule, news } = afterRun({ ...SCHEDULE, failing }, { ...DONE, outcome: 'stopped' });
  expect(news).toBeNull();
  expect(schedule.failing).toEqual(failing);
});

test('it is due after it was made or begun last, and late two hours later unless it is under way', () => {
  const { job: _over, ...idle } = SCHEDULE;
  const due = at('2026-03-03T06:00:00Z');
  expect(dueAt(idle, 'Europe/Berlin')).toBe(due);
  expect(dueAt({ ...idle, startedAt: due + 1 }, 'Europe/Berlin')).toBe(at('2026-03-04T06:00:00Z'));
  expect(lateSince(idle, due + 7_200_000, 'Europe/Berlin')).toBeNull();
  expect(lateSince(idle, due + 7_200_001, 'Europe/Berlin')).toBe(due);
  expect(lateSince({ ...idle, putOffAt: due + 1 }, due + 7_200_001, 'Europe/Berlin')).toBeNull();
  expect(lateSince({ ...idle, endedAt: due + 1 }, due + 7_200_001, 'Europe/Berlin')).toBeNull();
  expect(lateSince(SCHEDULE, due + 7_200_001, 'Europe/Berlin')).toBeNull();
});
