/** docs/reports.md: what each report shows, and from what it is made. */
import { FINDINGS } from '../src/reports/sso/finding';
import { LIST_SOURCE } from '../src/reports/sso/vendor-list';
import { REPORTS } from '../src/reports/catalogue';
import type { ReportDefinition } from '../src/reports/report';
import { PROVIDERS } from '../src/providers/catalogue';

const NEEDED = {
  apps: 'apps',
  contracts: 'contracts',
  users: 'users',
  licences: 'licences',
  appUses: 'who uses some of the apps, a request for each',
  userUses: 'the apps of some of the users, a request for each',
} as const;

const FINDINGS_BACK = [
  '## What SSO Tax writes back',
  '',
  'Its column “SSO finding” can go into a field of your own for the apps, by the usual preview and push. Torii’s guide names the',
  `four choices of such a field: ${FINDINGS.join(', ')}. What the report says is no more than it knows:`,
  '',
  '| Of an app | is written |',
  '|---|---|',
  '| that counts as a listed vendor’s, and whose own field says that single sign-on is in use | Yes |',
  '| that counts, and whose own field says that it is not in use, or not supported: the vendor is listed for selling it | No |',
  '| that counts, and of which nothing is said | Not Known, unless the field says something already |',
  '| that may be a vendor’s and waits for your answer, or that you said no to, or that is on no list | nothing |',
  '',
  '“Not Supported” is never written: every listed vendor sells single sign-on. That an identity provider lists an app is not taken',
  'for a Yes: people may still sign in with passwords.',
  '',
  '![The preview of what would be written](reports/sso-tax-write-back.png)',
  '',
];

export function reportTable(): string {
  return [
    '# Reports',
    '',
    'A report is a tab like any other: refreshed, scheduled, filtered, with people’s own columns left alone. It is made from what',
    'the platform tells, by one pure function in `src/reports/`; where a platform’s records hold it is said in',
    `${PROVIDERS.map(({ provider }) => `\`src/providers/${provider}/facts.ts\``).join(' and ')}.`,
    'Nothing that is edited in a report is sent. This page is written by `npm run docs` from the definitions.',
    '',
    `The list of vendors that charge extra for single sign-on comes from <${LIST_SOURCE.source}> (${LIST_SOURCE.licence}), as of`,
    `${LIST_SOURCE.asOf}.`,
    '',
    ...REPORTS.flatMap(section),
    ...FINDINGS_BACK,
  ].join('\n');
}

/** Taken of the workbench on its made-up company. */
function pictures(title: string, hasSummary: boolean): string[] {
  const file = title.toLowerCase().replace(/ /g, '-');
  const table = `![${title}: the table](reports/${file}.png)`;
  return hasSummary
    ? [table, '', `![${title}: what stands beside it](reports/${file}-summary.png)`]
    : [table];
}

function section({ title, resource, description, needs, uses, fields, beside }: ReportDefinition): string[] {
  const made = [...needs, ...(uses ? [uses.kind] : [])].map((kind) => NEEDED[kind]);
  return [
    `## ${title}`,
    '',
    `\`${resource}\`: ${description}${made.length > 0 ? ` Made from ${made.join(', ')}.` : ''}`,
    '',
    ...pictures(title, beside !== undefined),
    '',
    '| Column | Key | Type | People write here | Usual | Meaning |',
    '|---|---|---|---|---|---|',
    ...fields.map(
      ({ label, key, type, stays, selected, help }) =>
        `| ${label} | \`${key}\` | ${type} | ${stays ?? 'no'} | ${selected ? 'yes' : 'no'} | ${help} |`,
    ),
    '',
  ];
}
