/** docs/resources.md: what is pulled from each provider, field by field, with the source of each fact. */
import { testsFor } from '../src/core/filter/filter';
import { PROVIDERS } from '../src/providers/catalogue';
import type { FieldDefinition, ProviderDefinition, ResourceDefinition } from '../src/providers/definition';

const MARKS = { D: 'documented', C: 'seen in client code', I: 'inferred' } as const;

export function resourceTable(): string {
  return [
    '# Resources and fields',
    '',
    'What SaaS Ledger pulls, from one definition file each (`src/providers/<provider>/`). “Usual” fields are pulled',
    'when nobody has chosen others. Fields that an organisation made itself come on top. Every field can be filtered',
    'by; where “Filtered there” says so, the platform itself takes filters of that kind and sends fewer records.',
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
  const { rateClass } = resource;
  return [
    `### ${resource.title}`,
    '',
    `${resource.description} \`${(resource.method ?? 'get').toUpperCase()} ${resource.path}\`, ${pagesOf(resource)},`,
    `at most ${rateClass.requests} requests in ${rateClass.seconds} seconds.`,
    '',
    ...filteringLine(resource),
    '| Field | Key | Type | Editable | Usual | Filtered there | Meaning | Certainty |',
    '|---|---|---|---|---|---|---|---|',
    ...resource.fields.map((field) => {
      const { label, key, type, writable, selected, help, evidence } = field;
      return (
        `| ${label} | \`${key}\` | ${type} | ${yesNo(writable)} | ${yesNo(selected)} ` +
        `| ${yesNo(isFilteredThere(resource, field))} | ${help} | [${MARKS[evidence.mark]}](${evidence.source}) |`
      );
    }),
    '',
  ];
}

function pagesOf({ paging, rows }: ResourceDefinition): string {
  if (paging.kind === 'whole') return 'all in one answer';
  const where = rows ? `, from \`${rows.path.join('.')}\` of each record` : '';
  return `${paging.pageSize} a page${where}`;
}

function filteringLine({ filtering, filterIdeas = [] }: ResourceDefinition): string[] {
  const ideas = filterIdeas.map(({ label }) => `“${label}”`).join(', ');
  return [
    ...(ideas === '' ? [] : [`Filters offered by name: ${ideas}.`]),
    ...(filtering
      ? [`The platform’s own filters: [${MARKS[filtering.evidence.mark]}](${filtering.evidence.source}).`]
      : []),
    ...(ideas !== '' || filtering ? [''] : []),
  ];
}

/** Whether the platform takes any filter on the field. */
function isFilteredThere({ filtering }: ResourceDefinition, field: FieldDefinition): boolean {
  if (!filtering) return false;
  // Options that an organisation lists itself are not known here.
  const sample = { ...field, options: field.options ?? [{ value: '1', label: 'One' }] };
  const value = sample.type === 'option' || sample.type === 'options' ? sample.options[0]?.value : 1;
  return testsFor(field.type).some((test) => {
    const filter = { field: field.key, test, values: [test.startsWith('on') ? DAY : (value ?? 1)] };
    return filtering.encode({ filter, field: sample }, DAY).length > 0;
  });
}

const DAY = '2026-11-22';

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
