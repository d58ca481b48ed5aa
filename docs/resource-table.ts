/** docs/resources.md: what is pulled from each provider and sent to it, field by field, with the source of each fact. */
import { testsFor } from '../src/core/filter/filter';
import { PROVIDERS } from '../src/providers/catalogue';
import type { FieldDefinition, ProviderDefinition, ResourceDefinition } from '../src/providers/definition';
import type { CreateCall } from '../src/providers/writes';

const MARKS = { D: 'documented', C: 'seen in client code', I: 'inferred' } as const;

export function resourceTable(): string {
  return [
    '# Resources and fields',
    '',
    'What SaaS Ledger pulls and sends, from one definition file each (`src/providers/<provider>/`). “Usual” fields are pulled',
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
    ...writingLines(resource),
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

/** What can be changed, created and deleted, and how a value is taken away. */
function writingLines({ writes, plural, singular, fields, listing }: ResourceDefinition): string[] {
  if (!writes) return [`Read only: ${plural} cannot be changed from a sheet.`, ''];
  const { update, create, remove, one, clearing } = writes;
  const labels = (keys: readonly string[]): string =>
    keys.map((key) => fields.find((field) => field.key === key)?.label ?? key).join(', ');
  const isCleared =
    listing?.writable === true || fields.some((field) => field.writable && !field.written?.neverEmpty);
  const added = create
    ? [
        `- Created from a new row without ID: ${callOf('post', create)}. Required: ${labels(create.required)}.` +
          ` Also taken: ${labels(create.accepted.filter((key) => !create.required.includes(key)))}` +
          `${create.ownFields ? ', your organisation’s own fields' : ''}.`,
      ]
    : [];
  return [
    ...(update ? [`- Changed, one request for each ${singular}: ${callOf(update.method, update)}.`] : []),
    ...added,
    ...(remove ? [`- Deleted by an action of its own on selected rows: ${callOf('delete', remove)}.`] : []),
    one
      ? `- Read again before anything is sent, alone or with the list: ${callOf('get', one)}.`
      : '- Read again before anything is sent, with the list.',
    ...(isCleared
      ? [
          clearing.offered
            ? `- An empty cell takes the value away: ${MARKS[clearing.evidence.mark]}.`
            : `- An empty cell is not sent. ${clearing.why}`,
        ]
      : []),
    '',
  ];
}

function callOf(method: string, { path, rateClass, evidence }: Call): string {
  return (
    `\`${method.toUpperCase()} ${path}\`, at most ${rateClass.requests} in ${rateClass.seconds} seconds ` +
    `([${MARKS[evidence.mark]}](${evidence.source}))`
  );
}

type Call = Pick<CreateCall, 'path' | 'rateClass' | 'evidence'>;

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
