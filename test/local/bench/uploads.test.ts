/** The bench’s uploads run, and what they call of the spreadsheet does not grow with the rows. */
import { measureUploads, RUNS } from '../../../bench/uploads';

test.each([
  ['torii', 'people'],
  ['zluri', 'people'],
  ['torii', 'people’s licences'],
  ['torii', 'people, half of them wrong'],
] as const)('the bench measures uploads to %s of %s', async (provider, rowsAre) => {
  const measured = await measureUploads([{ provider, rowsAre, people: [60, 300] }]);
  expect(measured.map(({ run, outcome }) => [run, outcome])).toEqual(
    [60, 300].flatMap(() => RUNS.map((run) => [run, 'done'])),
  );
  const wrong = rowsAre === 'people, half of them wrong';
  expect(measured.map(({ records }) => records)).toEqual(
    [60, 300].flatMap((people) => RUNS.map(() => (wrong ? people / 2 : people))),
  );
  const calls = measured.map(({ spreadsheetCalls }) => spreadsheetCalls);
  expect(calls.slice(0, RUNS.length)).toEqual(calls.slice(RUNS.length));
});
