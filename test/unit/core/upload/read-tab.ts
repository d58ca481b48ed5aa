/** A small target, and a tab read by it, for tests of reading. */
import { matchColumns } from '../../../../src/core/upload/matching';
import type { UploadPart } from '../../../../src/core/upload/package';
import { readRows } from '../../../../src/core/upload/reading';
import { sheetOf, type UploadSheet } from '../../../../src/core/upload/sheet';
import type { UploadField, UploadFieldType, UploadTarget } from '../../../../src/core/upload/target';
import type { UploadTemplate } from '../../../../src/core/upload/template';
import type { Mapping, UploadChoices } from '../../../../src/core/upload/choices';
import type { CellValue } from '../../../../src/ports/grid';

const EVIDENCE = { mark: 'I', source: 'https://example.com/', read: '2026-11-22' } as const;

export function field(key: string, type: UploadFieldType, more: Partial<UploadField> = {}): UploadField {
  return {
    ...{ key, type, label: key, required: false, meaning: key, help: '', aliases: [], evidence: EVIDENCE },
    ...more,
  };
}

const STATUSES = [
  { value: 'active', words: ['enabled'] },
  { value: 'deleted', words: ['deactivated', 'on hold'] },
];

export const PEOPLE = target([
  field('email', 'email', { label: 'Email', required: true, aliases: ['work email', 'login', 'user email'] }),
  field('name', 'text', { label: 'Full name', aliases: ['name'], sent: false }),
  field('firstName', 'text', { label: 'First name', aliases: ['given name'] }),
  field('lastName', 'text', { label: 'Last name', aliases: ['surname'] }),
  field('status', 'choice', { label: 'Status', choices: STATUSES, aliases: ['account status'] }),
  field('licenses', 'list', {
    label: 'Licences',
    meaning: 'licences',
    aliases: ['license', 'seat'],
    several: 'all',
  }),
  field('lastUsedDate', 'day', {
    label: 'Last used',
    meaning: 'lastUsed',
    aliases: ['last login'],
    several: 'newest',
  }),
  field('seen', 'moment', { label: 'Seen at' }),
  field('price', 'money', { label: 'Price', cents: true, least: 0 }),
  field('spare', 'number', { label: 'Spare', least: 0, whole: true }),
  field('manager', 'email', { label: 'Manager' }),
  field('admin', 'yesNo', { label: 'Admin' }),
  field('note', 'text', { label: 'Note', several: 'all' }),
]);

export function target(fields: readonly UploadField[]): UploadTarget {
  return {
    ...{
      target: 'test.people',
      title: 'People',
      description: '',
      singular: 'person',
      plural: 'people',
      fields,
    },
    ...{ identity: ['email'], missing: 'unknown', needs: [], order: 1, place: null, maxBytes: 1e9 },
    shape: { kind: 'people', fileName: 'people.json' },
    evidence: EVIDENCE,
  };
}

export function template(more: Partial<UploadTemplate>): UploadTemplate {
  return {
    ...{
      template: 'test',
      title: 'Test',
      description: '',
      targets: ['test.people'],
      columns: [],
      signature: [],
    },
    ...{ values: {}, constants: {}, source: '' },
    ...more,
  };
}

export interface Place {
  readonly locale?: string;
  readonly timeZone?: string;
}

export function tab(
  values: readonly (readonly CellValue[])[],
  { locale = 'en_GB', timeZone = 'Europe/Berlin' }: Place = {},
): UploadSheet {
  const sheet = sheetOf('Members', values, { timeZone, locale });
  if (!sheet) throw new Error('no rows below a header');
  return sheet;
}

interface Way extends Place {
  readonly mapping?: Mapping;
  readonly template?: UploadTemplate;
  readonly choices?: UploadChoices;
  readonly target?: UploadTarget;
}

/** Reads a tab as it is matched, unless the mapping is given. */
export function read(values: readonly (readonly CellValue[])[], way: Way = {}): UploadPart {
  const sheet = tab(values, way);
  const { target: to = PEOPLE, template: by = null, choices = {} } = way;
  return readRows(sheet, to, way.mapping ?? matchColumns(sheet, to, by).mapping, by, choices);
}

/** What one column's cells become for one field, beside a good address: the value, or the code of what is wrong. */
export function readColumn(key: string, cells: readonly CellValue[], way: Way = {}): readonly unknown[] {
  const part = read([['Email', 'X'], ...cells.map((cell, at) => [`p${at}@x.com`, cell])], {
    ...way,
    mapping: { email: 'Email', [key]: 'X' },
  });
  return part.rows.map(({ values, problems }) => problems[0]?.code ?? values[key]);
}
