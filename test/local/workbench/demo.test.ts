/** The demo does the main job and tells its figures. */
import { openDesk } from '../../../local/desk';
import { runDemo } from '../../../local/workbench/demo';

test('connects, pulls, refreshes, and sees a change arrive', async () => {
  const desk = await openDesk({ tenant: { apps: 30, contracts: 8, users: 20 } });
  const lines: string[] = [];
  try {
    await runDemo(desk, (line) => lines.push(line));
  } finally {
    await desk.close();
  }
  const text = lines.join('\n');
  expect(text).toContain('Apps: 30 rows (30 new, 0 updated, 0 gone, 0 unchanged)');
  expect(text).toContain('Users: 20 rows (0 new, 0 updated, 0 gone, 20 unchanged)');
  expect(text).toMatch(/Apps: \d+ rows \(0 new, 1 updated, 1 gone, 28 unchanged\)/);
  expect(text).toMatch(/\d+ requests, \d+ spreadsheet calls of \d+ service calls, \d+\.\d virtual seconds/);
  expect(text).not.toContain(desk.torii.apiKey);
}, 30_000);
