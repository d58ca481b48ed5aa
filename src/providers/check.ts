/** Refuses a definition that would misbehave later: run over every provider by the tests. */
import { buildUrl, MAX_URL_LENGTH } from '../core/http/url';
import type { FieldType } from '../core/table/field';
import type {
  Evidence,
  FieldDefinition,
  FieldListing,
  ProviderDefinition,
  ResourceDefinition,
} from './definition';
import { checkFacts } from './check-facts';
import { checkFiltering } from './check-filtering';
import { checkReading } from './check-reading';
import { checkUploads, evidenceOfUploads } from './check-uploads';
import { checkWriting, evidenceOf } from './check-writing';
import { repeated } from './repeated';
import { CURSOR_ALLOWANCE, FIELDS_BUDGET } from './requests';

/** Types whose cells cannot be turned back into what the platform takes. */
const ONE_WAY: ReadonlySet<FieldType> = new Set(['id', 'other']);

const MARKS: readonly string[] = ['D', 'C', 'I'];

/** A key that nobody has, to see what a connection does with one. */
const SAMPLE_KEY = 'sample+key/of=checkProvider';

/** Every problem of the definition in plain words, each with its place; [] for a sound one. */
export function checkProvider(definition: ProviderDefinition): string[] {
  const problems = [
    ...checkAddress(definition),
    ...checkKeyHandling(definition),
    ...checkEvidence(definition.probe.evidence, 'probe'),
    ...checkEvidence(definition.people.evidence, 'its way to people'),
    ...repeated(
      definition.resources.map(({ resource }) => resource),
      'resource',
    ),
    ...repeated(
      definition.resources.map(({ title }) => title),
      'title',
    ),
    ...checkFacts(definition),
    ...checkUploads(definition),
    ...evidenceOfUploads(definition).flatMap(([what, evidence]) => checkEvidence(evidence, what)),
  ];
  if (!definition.probe.path.startsWith('/')) problems.push('probe: its path does not start with “/”');
  if (definition.probe.organisation?.length === 0) problems.push('probe: it does not tell the organisation');
  if (definition.resources.length === 0) problems.push('it has no resources');
  for (const resource of definition.resources) {
    const found = checkResource(definition, resource).map((problem) => `${resource.resource}: ${problem}`);
    problems.push(...found);
  }
  for (const { title, evidence } of definition.withheld ?? []) {
    problems.push(...checkEvidence(evidence, `withheld “${title}”`));
  }
  return problems.map((problem) => `${definition.provider}: ${problem}`);
}

function checkAddress({ baseUrl }: ProviderDefinition): string[] {
  return /^https:\/\/[^/]+(\/.*)?[^/]$/.test(baseUrl)
    ? []
    : ['its base address must start with https:// and not end with “/”'];
}

function checkKeyHandling(definition: ProviderDefinition): string[] {
  const { baseUrl, headers } = definition.connection(SAMPLE_KEY);
  const problems: string[] = [];
  if (!Object.values(headers).some((value) => value.includes(SAMPLE_KEY))) {
    problems.push('its connection does not send the key');
  }
  if (baseUrl !== definition.baseUrl) problems.push('its connection goes to another base address');
  return problems;
}

function checkResource(provider: ProviderDefinition, resource: ResourceDefinition): string[] {
  const keys = resource.fields.map(({ key }) => key);
  return [
    ...missing(resource),
    ...repeated(keys, 'field key'),
    ...repeated(
      resource.fields.map(({ label }) => label.toLowerCase()),
      'label',
    ),
    ...resource.fields.flatMap((field) =>
      checkField(field, keys).map((problem) => `${field.key}: ${problem}`),
    ),
    ...checkReading(provider, resource),
    ...checkFiltering(resource),
    ...checkWriting(resource),
    ...evidenceOf(resource.writes).flatMap(([what, evidence]) => checkEvidence(evidence, `its ${what}`)),
    ...(resource.filtering ? checkEvidence(resource.filtering.evidence, 'its filtering') : []),
    ...checkLength(provider, resource),
    ...checkEvidence(resource.evidence, 'it'),
    ...(resource.listing ? checkListing(resource.listing, keys) : []),
  ];
}

function missing({ fields, key, name, envelope, path, fieldsParameter }: ResourceDefinition): string[] {
  const problems: string[] = [];
  const keys = new Set(fields.map((field) => field.key));
  if (!keys.has(key)) problems.push(`its key field “${key}” is not among its fields`);
  if (!keys.has(name)) problems.push(`its name field “${name}” is not among its fields`);
  for (const field of fields) {
    if (field.key === key && field.writable) problems.push('its key field is writable');
    if (field.key === key && !field.selected) problems.push('its key field is not selected');
  }
  if (envelope.length === 0 || [envelope].flat().includes('')) problems.push('its envelope selects nothing');
  if (fieldsParameter === '') problems.push('its fields parameter has no name');
  if (!path.startsWith('/')) problems.push('its path does not start with “/”');
  return problems;
}

function checkField(field: FieldDefinition, keys: readonly string[]): string[] {
  const { type, writable, written, options, currencyField, minorUnits } = field;
  const problems = checkEvidence(field.evidence, 'it');
  if (field.key.trim() === '' || field.label.trim() === '') problems.push('it lacks a key or a label');
  if (!/^\S.*[.]$/.test(field.help)) problems.push('its help is not a sentence');
  if (writable && ONE_WAY.has(type) && written?.as === undefined)
    problems.push(`it is writable, but ${type} cells cannot be sent back`);
  if (options && type !== 'option' && type !== 'options') problems.push(`it has options, but is ${type}`);
  if (type !== 'money' && (currencyField !== undefined || minorUnits !== undefined)) {
    problems.push(`it has a currency, but is ${type}`);
  }
  if (type === 'money' && minorUnits === undefined) problems.push('it does not say what its amounts count');
  if (currencyField !== undefined && !keys.includes(currencyField)) {
    problems.push(`its currency field “${currencyField}” is not among the fields`);
  }
  if (options) {
    problems.push(
      ...repeated(
        options.map(({ value }) => value),
        'option',
      ),
    );
  }
  return problems;
}

/** What is not fields must fit into the rest of the address. */
function checkLength(
  provider: ProviderDefinition,
  { path, query, paging, fieldsParameter }: ResourceDefinition,
) {
  if (fieldsParameter === undefined || paging.kind === 'number') return [];
  const without = buildUrl(provider.baseUrl, path, {
    ...query,
    [fieldsParameter]: '',
    ...(paging.kind === 'cursor'
      ? { [paging.sizeParameter]: paging.pageSize, [paging.cursorParameter]: '' }
      : {}),
  });
  return without.length + FIELDS_BUDGET + CURSOR_ALLOWANCE > MAX_URL_LENGTH
    ? ['its address leaves too little room for fields and cursor']
    : [];
}

function checkListing(listing: FieldListing, keys: readonly string[]): string[] {
  const problems = checkEvidence(listing.evidence, 'its listing');
  if (!listing.path.startsWith('/')) problems.push('its listing’s path does not start with “/”');
  if (listing.envelope === '') problems.push('its listing’s envelope selects nothing');
  for (const [name, { type, writable }] of Object.entries(listing.types)) {
    if (writable && ONE_WAY.has(type))
      problems.push(`listed type ${name} is writable, but ${type} cells cannot be sent back`);
    if (type === 'money' && listing.minorUnits === undefined) {
      problems.push(`listed type ${name} does not say what its amounts count`);
    }
  }
  if (listing.currencyField !== undefined && !keys.includes(listing.currencyField)) {
    problems.push(`its listing’s currency field “${listing.currencyField}” is not among the fields`);
  }
  return problems;
}

function checkEvidence({ mark, source, read }: Evidence, what: string): string[] {
  const problems: string[] = [];
  if (!MARKS.includes(mark)) problems.push(`${what} does not say how sure it is`);
  if (!/^https:\/\/\S+$/.test(source)) problems.push(`${what} has no source`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(read)) problems.push(`${what} does not say when its source was read`);
  return problems;
}
