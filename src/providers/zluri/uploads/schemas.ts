/** The fields that Zluri itself tells for its entities, in place of the guessed ones. */
import { isRecord } from '../../../core/http/list';
import type { RemoteRecord } from '../../../core/table/field';
import type { UploadChoice, UploadField, UploadFieldType, UploadTarget } from '../../../core/upload/target';
import type { SchemaRequests } from '../../uploading';
import { RATE, reference } from '../settings';
import { recordsIn, textAt } from './answers';
import { ENTITY, SCHEMA, SDK_PATHS } from './settings';

export const SCHEMAS: SchemaRequests = {
  request: asking(SDK_PATHS.schemas),
  fallbackRequest: asking(SDK_PATHS.otherSchemas),
  read({ body }, known) {
    const told = new Map(recordsIn(body).map((record) => [textAt(record, ENTITY).toLowerCase(), record]));
    const fields = known.flatMap((target): [string, readonly UploadField[]][] => {
      const record = target.shape.kind === 'records' ? told.get(target.shape.entity) : undefined;
      const read = record ? fieldsOf(record, target) : null;
      return read ? [[target.target, read]] : [];
    });
    return Object.fromEntries(fields);
  },
};

function asking(path: string): SchemaRequests['request'] {
  return { method: 'get', path, rateClass: RATE, repeatable: true, subject: 'the fields of uploads' };
}

/** Null where the schema is none, or lacks a key that tells records apart: then the known fields are the better guess. */
function fieldsOf(record: RemoteRecord, target: UploadTarget): readonly UploadField[] | null {
  const schema = SCHEMA.map((name) => record[name]).find(isRecord) ?? record;
  const properties = schema['properties'];
  if (!isRecord(properties) || !target.identity.every((key) => key in properties)) return null;
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const keys = Object.keys(properties);
  const known = target.fields.filter(({ key }) => keys.includes(key)).map(({ key }) => key);
  return [...known, ...keys.filter((key) => !known.includes(key))].map((key) =>
    fieldOf(key, properties[key], required.includes(key), target, keys),
  );
}

function fieldOf(
  key: string,
  property: unknown,
  required: boolean,
  { fields }: UploadTarget,
  keys: readonly string[],
): UploadField {
  const rule = isRecord(property) ? property : {};
  const { fallback, choices: words, cents: _, ...known } = base(key, rule, fields, keys);
  const choices = choicesOf(rule['enum'], words ?? []);
  const type = choices ? 'choice' : typeOf(rule, known.type);
  return {
    ...known,
    key,
    type,
    required,
    ...(type === 'choice' && (choices ?? words) ? { choices: choices ?? words ?? [] } : {}),
    ...(fallback !== undefined && keys.includes(fallback) ? { fallback } : {}),
    evidence: reference('getentityschemas'),
  };
}

/** What is known of the key, or of a field that the schema has under this name in place of its own; else what the key says. */
function base(
  key: string,
  rule: RemoteRecord,
  fields: readonly UploadField[],
  keys: readonly string[],
): UploadField {
  const words = key.replace(/_/g, ' ');
  const known =
    fields.find((field) => field.key === key) ??
    fields.find((field) => !keys.includes(field.key) && field.aliases.includes(words));
  return (
    known ?? {
      key,
      label: words.charAt(0).toUpperCase() + words.slice(1),
      type: 'text',
      required: false,
      meaning: key,
      help: textAt(rule, ['description']) || 'Zluri says no more about it.',
      aliases: [],
      evidence: reference('getentityschemas'),
    }
  );
}

function choicesOf(allowed: unknown, words: readonly UploadChoice[]): readonly UploadChoice[] | null {
  if (!Array.isArray(allowed)) return null;
  const values = allowed.filter((value) => typeof value === 'string');
  return values.map((value) => words.find((choice) => choice.value === value) ?? { value, words: [] });
}

/** What the schema says, as far as it says more than what is known. */
function typeOf(rule: RemoteRecord, known: UploadFieldType): UploadFieldType {
  const kind = [rule['type']].flat().find((name) => name !== 'null');
  switch (kind) {
    case 'array':
      return 'list';
    case 'boolean':
      return 'yesNo';
    case 'number':
    case 'integer':
      return known === 'money' ? known : 'number';
    case 'string':
      return textType(rule['format'], known);
    default:
      return known;
  }
}

function textType(format: unknown, known: UploadFieldType): UploadFieldType {
  if (format === 'email') return 'email';
  if (format === 'date') return 'day';
  if (format === 'date-time') return 'moment';
  return ['email', 'choice', 'day', 'moment'].includes(known) ? known : 'text';
}
