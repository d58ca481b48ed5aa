/** Which fields the findings about single sign-on can go into. */
import { ssoFields } from '../../../../sidebar/state/sso-field';

type Candidate = Parameters<typeof ssoFields>[0][number];

const options = (...labels: string[]): NonNullable<Candidate['options']> =>
  labels.map((label) => ({ value: label.toLowerCase(), label }));

function own(label: string, choices: readonly string[], change: Partial<Candidate> = {}): Candidate {
  return {
    ...{ key: `c_${label}`, label, type: 'option', writable: true, custom: true },
    options: options(...choices),
    ...change,
  };
}

const WHOLE = ['Yes', 'No', 'Not Supported', 'Not Known'];

test('only own fields with the choices Yes and No are offered, with what they lack', () => {
  const found = ssoFields(
    [
      own('Single sign-on', ['yes', 'No ', 'not known']),
      own('Contains PII', ['Yes', 'No', 'Maybe']),
      own('Tier', ['Gold', 'Silver']),
      own('Built in', WHOLE, { custom: false }),
      own('Read only', WHOLE, { writable: false }),
      own('Several', WHOLE, { type: 'options' }),
      own('Free text', [], { type: 'text' }),
    ],
    true,
  );
  expect(found.fields).toEqual([
    { key: 'c_Single sign-on', label: 'Single sign-on', lacks: ['Not Supported'] },
    { key: 'c_Contains PII', label: 'Contains PII', lacks: ['Not Supported', 'Not Known'] },
  ]);
  expect(found.best).toBe('c_Single sign-on');
  expect(found.canMake).toBe(true);
});

test.each([
  ['of two that are named so, the one with more choices', ['SSO tier', 'SSO'], true, 'c_SSO', false],
  ['a new one rather than one about something else', ['GDPR'], true, null, true],
  ['one about something else where none can be made', ['GDPR'], false, 'c_GDPR', false],
  ['none where there is none', [], false, null, false],
] as const)('suits best: %s', (_which, labels, makes, best, canMake) => {
  const offered = labels.map((label) => own(label, label === 'SSO' ? WHOLE : ['Yes', 'No']));
  expect(ssoFields(offered, makes)).toMatchObject({ best, canMake });
});

test('no second field “SSO” is made, whatever the first one holds', () => {
  expect(ssoFields([own('sso', ['Okta', 'Entra'])], true)).toEqual({
    ...{ fields: [], canMake: false, best: null },
  });
});

test('where no choices are told, texts that are named so are offered', () => {
  const offered = [own('SSO', [], { type: 'text' }), own('Free text', [], { type: 'text' })];
  expect(ssoFields(offered, false)).toEqual({
    fields: [{ key: 'c_SSO', label: 'SSO', lacks: [], untold: true }],
    ...{ canMake: false, best: 'c_SSO' },
  });
  expect(ssoFields(offered, true).fields).toEqual([]);
});
