/** What may be said about single sign-on of an app: no more than is known. */
import type { TabRow } from '../../../../src/reports/report';
import { readFindings } from '../../../../src/reports/sso-findings';
import { ssoFinding } from '../../../../src/reports/sso/finding';

test.each([
  ['Yes', 'Yes'],
  [' enabled ', 'Yes'],
  ['true', 'Yes'],
  ['No', 'No'],
  ['false', 'No'],
  ['Not in use', 'No'],
  // The vendor is on the list for selling it.
  ['Not Supported', 'No'],
  ['Not Known', 'Not Known'],
  ['', 'Not Known'],
  ['Yes, for admins', 'Not Known'],
  ['Okta', 'Not Known'],
])('a field that says “%s” means %s', (said, finding) => {
  expect(ssoFinding(said)).toBe(finding);
});

function row(id: string, finding: string, more: TabRow = {}): TabRow {
  return { id, app: `App ${id}`, match: 'Sure', answer: '', finding, ...more };
}

test('each app is there once, and only what counts', () => {
  const { findings } = readFindings([
    row('1/slack', 'Yes'),
    row('2/adobe-sign', 'No'),
    row('2/adobe-cloud', 'No'),
    row('3/box', ''),
    row('4/figma', 'Perhaps'),
    row('5/zoom', 'Yes', { answer: 'No' }),
    row('', 'Yes'),
    row('a/b/asana', 'Not Known'),
  ]);
  expect(findings.map(({ app, finding }) => [app, finding])).toEqual([
    ['1', 'Yes'],
    ['2', 'No'],
    ['a/b', 'Not Known'],
  ]);
});

test('what waits for an answer is counted, and so are answers that the report has not gone by', () => {
  const possible = { match: 'Possible' };
  expect(
    readFindings([
      row('1/slack', '', possible),
      row('2/box', '', { ...possible, answer: 'Yes' }),
      row('3/zoom', '', { ...possible, answer: 'no' }),
      row('4/figma', 'Yes', { answer: ' NO ' }),
      row('5/asana', 'Yes', { answer: 'Yes' }),
    ]),
  ).toMatchObject({ waiting: 1, answered: 2 });
});
