/** Refuses uploads that would misbehave later: fields that nobody can tell apart, and names of fields that are none. */
import { normalHeader } from '../core/upload/headers';
import type { UploadField, UploadTarget } from '../core/upload/target';
import type { Evidence, ProviderDefinition } from './definition';
import { repeated } from './repeated';
import type { Uploads } from './uploading';

/** Every problem in plain words, each with its target; [] for sound ones. */
export function checkUploads({ provider, uploads, resources }: ProviderDefinition): string[] {
  if (!uploads) return [];
  const { targets } = uploads;
  return [
    ...(targets.length === 0 ? ['its uploads have no target'] : []),
    ...repeated(
      targets.map(({ target }) => target),
      'upload',
    ),
    ...repeated(
      targets.map(({ title }) => title),
      'title of an upload',
    ),
    ...targets.flatMap((target) =>
      [
        // Names are unique over all platforms that way.
        ...(target.target.startsWith(`${provider}.`) ? [] : [`its name does not begin with “${provider}.”`]),
        ...checkFields(target),
        ...checkShape(target, targets),
        ...checkProtocol(target, uploads),
      ].map((problem) => `upload ${target.target}: ${problem}`),
    ),
    ...checkAudience(uploads, resources),
  ];
}

/** Each piece of evidence, by what it is for. */
export function evidenceOfUploads({ uploads }: ProviderDefinition): [string, Evidence][] {
  if (!uploads) return [];
  return [
    ['its upload places', uploads.places.evidence],
    ...uploads.targets.flatMap(({ target, evidence, fields }): [string, Evidence][] => [
      [`upload ${target}`, evidence],
      ...fields.map((field): [string, Evidence] => [`upload ${target}: ${field.key}`, field.evidence]),
    ]),
  ];
}

function checkFields({ fields }: UploadTarget): string[] {
  return [
    ...repeated(
      fields.map(({ meaning }) => meaning),
      'meaning',
    ),
    // A header must not fit two fields, or which of them takes the column is left to chance; keys are among the headers.
    ...repeated(
      fields.flatMap(({ key, label, aliases }) => [...new Set([key, label, ...aliases].map(normalHeader))]),
      'header',
    ),
    ...(fields.some(({ required }) => required) ? [] : ['nothing in it is required']),
    ...fields.flatMap((field) => checkField(field, fields).map((problem) => `${field.key}: ${problem}`)),
  ];
}

function checkField(
  { type, help, choices, cents, least, whole, several, fallback }: UploadField,
  fields: readonly UploadField[],
): string[] {
  const problems: string[] = [];
  const isNumber = type === 'number' || type === 'money';
  const words = (choices ?? []).flatMap((choice) => [
    ...new Set([choice.value, ...choice.words].map((word) => word.toLowerCase())),
  ]);
  if (!/^\S.*[.]$/.test(help)) problems.push('its help is not a sentence');
  if ((choices !== undefined) !== (type === 'choice')) problems.push('choices and its type do not agree');
  if (choices?.length === 0) problems.push('it has no choices');
  if (cents && type !== 'money') problems.push('it counts cents and is no money');
  if ((least !== undefined || whole) && !isNumber) problems.push('it has bounds and is no number');
  if (several === 'newest' && type !== 'day' && type !== 'moment') problems.push('the newest of no dates');
  if (several === 'all' && type !== 'list' && type !== 'text')
    problems.push('it cannot join several columns');
  if (fallback !== undefined && !fields.some(({ key }) => key === fallback)) {
    problems.push(`it falls back on “${fallback}”, which is no field`);
  }
  return [...problems, ...repeated(words, 'word')];
}

function checkShape(target: UploadTarget, targets: readonly UploadTarget[]): string[] {
  const { fields, shape, identity, needs, maxBytes } = target;
  const isSent = (key: string, of = fields) => of.some((field) => field.key === key && field.sent !== false);
  const strangers = (keys: readonly string[], what: string) =>
    keys.filter((key) => !isSent(key)).map((key) => `its ${what} “${key}” is no field that is sent`);
  const problems = strangers(identity, 'identity');
  if (maxBytes <= 0) problems.push('it takes no bytes');
  for (const need of needs) {
    const needed = targets.find((each) => each.target === need);
    if (!needed) problems.push(`it needs “${need}”, which does not exist`);
    else if (needed.order >= target.order) problems.push(`“${need}”, which it needs, is not sent before it`);
  }
  if (shape.kind === 'csv') {
    problems.push(
      ...strangers(
        shape.columns.map(({ field }) => field),
        'column',
      ),
    );
    problems.push(
      ...repeated(
        shape.columns.map(({ header }) => header),
        'column',
      ),
    );
  }
  if (shape.kind === 'records') {
    if (!(shape.pageSize > 0)) problems.push('its pages have no size');
    problems.push(
      ...strangers(
        shape.references.map(({ field }) => field),
        'reference',
      ),
    );
    for (const { target: name, key } of shape.references) {
      const other = targets.find((each) => each.target === name);
      if (!other || !isSent(key, other.fields))
        problems.push(`it refers to “${key}” of “${name}”, which is nowhere`);
      if (!needs.includes(name)) problems.push(`it refers to “${name}” and does not need it`);
    }
  }
  return problems;
}

function checkProtocol({ target }: UploadTarget, { protocolOf }: Uploads): string[] {
  try {
    protocolOf(target);
    return [];
  } catch {
    // Any throw means the same: there is none.
    return ['nothing says how it is sent'];
  }
}

function checkAudience({ audience, places }: Uploads, resources: ProviderDefinition['resources']): string[] {
  const { email, gone } = audience;
  const keys = resources.find(({ resource }) => resource === audience.resource)?.fields.map(({ key }) => key);
  const problems = places.help === '' || places.singular === '' ? ['nothing says where its uploads go'] : [];
  if (!keys) return [...problems, `its uploads’ audience “${audience.resource}” is no resource`];
  const missing = [email, ...(gone ? [gone.attribute] : [])].filter((key) => !keys.includes(key));
  return [...problems, ...missing.map((key) => `its uploads’ audience has no field “${key}”`)];
}
