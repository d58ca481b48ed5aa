/** docs/resources.md: what is pulled from each provider, field by field, with the source of each fact. */
import { PROVIDERS } from '../src/providers/catalogue';
import type { ProviderDefinition, ResourceDefinition } from '../src/providers/definition';

const MARKS = { D: 'documented', C: 'seen in client code', I: 'inferred' } as const;

export function resourceTable(): string {
  return [
    '# Resources and fields',
    '',
    'What SaaS Ledger pulls, from one definition file each (`src/providers/<provider>/`). “Usual” fields are pulled',
    'when nobody has chosen others. Fields that an organisation made itself come on top.',
    'This page is written by `npm run docs` from those definitions.',
    '',
    ...PROVIDERS.flatMap(providerSection),
  ].join('\n');
}

function providerSection(provider: ProviderDefinition): string[] {
  return [
    `## ${provider.title}`,
    '',
    ...provider.resources.flatMap(resourceSection),
    ...withheldSection(provider),
  ];
}

/** What the platform may offer and we leave alone, because what is known of it is too little. */
function withheldSection({ withheld = [] }: ProviderDefinition): string[] {
  if (withheld.length === 0) return [];
  return [
    '### Left out',
    '',
    '| What | Where | Why |',
    '|---|---|---|',
    ...withheld.map(
      ({ title, method, path, why, evidence }) =>
        `| [${title}](${evidence.source}) | \`${method.toUpperCase()} ${path}\` | ${why} |`,
    ),
    '',
  ];
}

function resourceSection(resource: ResourceDefinition): string[] {
  const { rateClass, paging } = resource;
  return [
    `### ${resource.title}`,
    '',
    `${resource.description} \`${(resource.method ?? 'get').toUpperCase()} ${resource.path}\`, ${paging.pageSize} a page,`,
    `at most ${rateClass.requests} requests in ${rateClass.seconds} seconds.`,
    '',
    '| Field | Key | Type | Editable | Usual | Meaning | Certainty |',
    '|---|---|---|---|---|---|---|',
    ...resource.fields.map(
      ({ label, key, type, writable, selected, help, evidence }) =>
        `| ${label} | \`${key}\` | ${type} | ${writable ? 'yes' : 'no'} | ${selected ? 'yes' : 'no'} | ${help} ` +
        `| [${MARKS[evidence.mark]}](${evidence.source}) |`,
    ),
    '',
  ];
}
