/** Which vendor an app is matched with, by what, and how surely. */
import fc from 'fast-check';
import {
  type Decision,
  isConfident,
  matchApps,
  matchVendor,
  type VendorMatch,
} from '../../../../src/reports/sso/match';
import { vendorIndex } from '../../../../src/reports/sso/vendor-index';
import { listedVendors } from '../../../../src/reports/sso/vendor-list';
import { cpuTime } from '../../../cpu-time';
import { vendorOf } from './sample-vendors';

const VENDORS = listedVendors();
const INDEX = vendorIndex(VENDORS);

type Facts = Parameters<typeof matchVendor>[0];
const brief = ({ vendor, confidence, basis }: VendorMatch): string =>
  `${vendor.id} ${confidence} by ${basis}`;
const matched = (app: Facts, ...decisions: Decision[]): string[] =>
  matchVendor(app, INDEX, decisions).map(brief);

test.each<[string, Facts, string]>([
  ['its own address', { name: 'Our whiteboard', url: 'https://miro.com' }, 'miro likely by domain'],
  ['address and name', { name: 'Miro', url: 'https://miro.com/app' }, 'miro sure by domain'],
  ['a further domain', { name: 'Notion', domains: ['notion.com'] }, 'notion sure by domain'],
  ['a name that is an address', { name: 'Short.io' }, 'shortio sure by domain'],
  ['its name', { name: 'SurveyMonkey' }, 'surveymonkey sure by name'],
  ['its name in two words', { name: 'survey monkey' }, 'surveymonkey sure by name'],
  ['a name of everyday language', { name: 'Linear' }, 'linear likely by name'],
  ['another name', { name: 'CloudApp' }, 'zight likely by alias'],
  ['a name in brackets', { name: 'ProGet' }, 'inedoproget sure by name'],
  ['its name with a plan', { name: 'Figma Organization' }, 'figma sure by name'],
  ['its maker', { name: 'Team chat', vendor: 'Slack Technologies, LLC' }, 'slack likely by vendor'],
  ['its name among words, and its maker', { name: 'Asana Goals', vendor: 'Asana' }, 'asana likely by words'],
  ['its name among words', { name: 'Asana Goals' }, 'asana possible by words'],
])('by %s', (_what, app, expected) => {
  expect(matched(app)).toEqual([expected]);
});

test('a match says what met what', () => {
  expect(matchVendor({ name: 'Chat', url: 'https://acme.slack.com/home' }, INDEX)).toMatchObject([
    { found: 'acme.slack.com', against: 'slack.com' },
  ]);
  expect(matchVendor({ name: 'CloudApp Pro' }, INDEX)).toMatchObject([
    { found: 'CloudApp Pro', against: 'CloudApp' },
  ]);
  expect(matchVendor({ name: 'Chat', vendor: 'Slack Technologies, LLC' }, INDEX)).toMatchObject([
    { found: 'Slack Technologies, LLC', against: 'Slack Technologies' },
  ]);
});

test('several vendors on one address are told apart by name', () => {
  const url = 'https://www.adobe.com/products';
  expect(matched({ name: 'Adobe Acrobat Pro', url })).toEqual(['adobeacrobat sure by domain']);
  expect(matched({ name: 'Creative Cloud All Apps', url })).toEqual(['adobecreativecloud sure by domain']);
  expect(matched({ name: 'Adobe', url }).sort()).toEqual([
    'adobeacrobat possible by domain',
    'adobecreativecloud possible by domain',
  ]);
  const atlassian = 'https://www.atlassian.com/software';
  expect(matched({ name: 'Trello', url: atlassian })).toEqual(['trello sure by domain']);
  expect(matched({ name: 'Opsgenie', url: atlassian })).toEqual(['opsgenie sure by domain']);
  expect(matched({ name: 'Jira', url: atlassian })).toEqual(['atlassianjiracloud sure by domain']);
  expect(matched({ name: 'Confluence', url: atlassian })).toEqual(['atlassianjiracloud possible by domain']);
  expect(matched({ name: 'Twilio SendGrid', url: 'https://www.twilio.com' })).toEqual([
    'sendgrid sure by domain',
  ]);
});

test('where name and address speak for different vendors, both are possible', () => {
  expect(matched({ name: 'Asana', url: 'https://acme.slack.com' }).sort()).toEqual([
    'asana possible by name',
    'slack possible by domain',
  ]);
});

test.each<[string, Facts]>([
  ['another product of that name', { name: 'Runway', url: 'https://app.runwayml.com' }],
  ['an entry of a store', { name: 'Polly', url: 'https://slack.com/apps/A04E6JX41-polly' }],
  ['a repository', { name: 'Prettier', url: 'https://github.com/prettier/prettier' }],
  ['something made for it', { name: 'Giphy for Slack', vendor: 'Giphy' }],
  ['another product of its owner', { name: 'Tableau', url: 'https://tableau.com', vendor: 'Salesforce' }],
  ['a name with an everyday word', { name: 'Linear Algebra' }],
  ['no name at all', { name: '' }],
])('%s is not matched', (_what, app) => {
  expect(matched(app)).toEqual([]);
});

describe('people’s decisions', () => {
  const app = { name: 'Asana Goals' };

  test('a yes makes a possible match sure', () => {
    expect(matched(app, { vendor: 'asana', isMatch: true })).toEqual(['asana sure by decision']);
  });

  test('a no takes it away, and leaves others', () => {
    expect(matched(app, { vendor: 'asana', isMatch: false })).toEqual([]);
    expect(matched({ name: 'Adobe' }, { vendor: 'adobeacrobat', isMatch: false })).toEqual([
      'adobecreativecloud possible by alias',
    ]);
  });

  test('a no wins over the address, a yes over another vendor’s', () => {
    const slack = { name: 'Slack', url: 'https://slack.com' };
    expect(matched(slack, { vendor: 'slack', isMatch: false })).toEqual([]);
    expect(matched(slack, { vendor: 'miro', isMatch: true })).toEqual(['miro sure by decision']);
  });

  test('one about a vendor that is no longer in the list changes nothing', () => {
    expect(matched(app, { vendor: 'no-such', isMatch: true })).toEqual(['asana possible by words']);
  });

  test('each counts for its own app', () => {
    const apps = ['1', '2'].map((id) => ({ id, name: 'Asana Goals' }));
    const [first, second] = matchApps(apps, INDEX, new Map([['1', [{ vendor: 'asana', isMatch: true }]]]));
    expect(first?.matches.map(brief)).toEqual(['asana sure by decision']);
    expect(second?.matches.map(brief)).toEqual(['asana possible by words']);
  });
});

test('two vendors under one name are both possible', () => {
  const index = vendorIndex([vendorOf({ id: 'a', name: 'Twin' }), vendorOf({ id: 'b', name: 'Twin Inc.' })]);
  expect(matchVendor({ name: 'Twin' }, index).map(brief)).toEqual([
    'a possible by name',
    'b possible by name',
  ]);
});

test('two vendors of any list on one address are told apart by name', () => {
  const url = 'https://suite.example.com';
  const index = vendorIndex([
    vendorOf({ id: 'a', name: 'Suite Mail', url }),
    vendorOf({ id: 'b', name: 'Suite Chat', url }),
  ]);
  expect(matchVendor({ name: 'Suite Chat', url }, index).map(brief)).toEqual(['b sure by domain']);
  expect(matchVendor({ name: 'Suite', url }, index)).toHaveLength(2);
});

const LETTERS = fc.stringMatching(/^[a-z]{1,6}$/);
const VENDOR = fc.constantFrom(...VENDORS);
/** The list’s name as one word. */
const oneWord = (name: string): string => name.replace(/\(.*\)|[^\p{L}\p{N}]/gu, '');

test('a vendor’s name inside a longer word never matches', () => {
  fc.assert(
    fc.property(VENDOR, LETTERS, fc.boolean(), (vendor, letters, isBefore) => {
      const word = isBefore ? letters + oneWord(vendor.name) : oneWord(vendor.name) + letters;
      // “Linear” and “B” make another vendor, and “Hatz” with “ai” is its name.
      if (INDEX.names.has(word.toLowerCase())) return;
      expect(matched({ name: word })).toEqual([]);
      expect(matched({ name: `The ${word} Company`, url: `https://${word}.example` })).toEqual([]);
    }),
  );
});

test('a domain that only ends or begins like a vendor’s never matches', () => {
  fc.assert(
    fc.property(VENDOR, LETTERS, (vendor, letters) => {
      const domain = vendor.url.replace(/^https?:\/\/(?:www\.)?|\/.*$/g, '');
      const sites = [`${letters}${domain}`, `${letters}-${domain}`, `${domain}.${letters}.example`];
      for (const url of sites.filter((site) => !INDEX.domains.has(site)))
        expect(matched({ name: 'Something else', url })).toEqual([]);
    }),
  );
});

test('an everyday word among others is not enough', () => {
  const ordinary = fc.constantFrom(...VENDORS.filter(({ known }) => known.isOrdinary === true));
  const filler = fc.constantFrom('Acme', 'Green', 'North', 'Harbour', 'Kitchen', 'Museum');
  fc.assert(
    fc.property(ordinary, filler, filler, (vendor, before, after) => {
      const word = vendor.name.split(/[^\p{L}\p{N}]/u)[0] ?? '';
      expect(matchVendor({ name: `${before} ${word} ${after}` }, INDEX).filter(isConfident)).toEqual([]);
    }),
  );
});

test('how a name is written does not matter', () => {
  fc.assert(
    fc.property(
      VENDOR,
      fc.constantFrom('', ' Inc.', ' GmbH', '®', ' (EU)', ' Enterprise'),
      fc.boolean(),
      (vendor, end, isLoud) => {
        const name = isLoud ? vendor.name.toUpperCase() : vendor.name;
        expect(matched({ name: name + end }).join()).toContain(`${vendor.id} `);
      },
    ),
  );
});

test('any text at all gets an answer', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.webUrl());
  fc.assert(
    fc.property(text, text, text, (name, url, vendor) => {
      const matches = matchVendor({ name, url, vendor }, INDEX);
      expect(matches.filter(isConfident).length).toBeLessThanOrEqual(1);
    }),
  );
});

test('10,000 apps take less than a second', () => {
  const apps = Array.from({ length: 10_000 }, (_, at) => {
    const { name, url } = VENDORS[at % VENDORS.length] ?? { name: '', url: '' };
    return {
      id: String(at),
      name: at % 2 === 0 ? `${name} Enterprise` : `Team ${at} tool`,
      url,
      vendor: `${name}, Inc.`,
    };
  });
  const before = cpuTime();
  const matches = matchApps(apps, vendorIndex(VENDORS));
  expect(cpuTime() - before).toBeLessThan(1000);
  expect(matches).toHaveLength(apps.length);
});
