/** Records of a page held against the schema of their entity. https://developers.zluri.com/docs/troubleshooting */
import { isEmailAddress } from '../../records/email-address';
import { isIsoDay, isIsoMoment } from '../../records/iso-date';
import type { Complaint } from '../error-body';
import type { Entity, FieldSchema } from './entities';

/** How many complaints an answer holds at most: assumed. */
const MOST = 100;

/** What is wrong with the records; [] where nothing is. */
export function schemaComplaints(records: readonly unknown[], entity: Entity): Complaint[] {
  const complaints: Complaint[] = [];
  for (const [i, record] of records.entries()) {
    if (complaints.length >= MOST) break;
    complaints.push(...complaintsAbout(record, `data[${i}]`, entity));
  }
  return complaints.slice(0, MOST);
}

function complaintsAbout(record: unknown, place: string, { fields, required }: Entity): Complaint[] {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    return [{ msg: 'record is not an object', param: place }];
  }
  const values = record as Record<string, unknown>;
  const missing = required.filter((key) => values[key] === undefined || values[key] === '');
  const about = (key: string, msg: string): Complaint => ({ msg, param: `${place}.${key}` });
  return [
    ...missing.map((key) => about(key, `${key} is required`)),
    ...Object.entries(values).flatMap(([key, value]) => {
      const field = fields[key];
      if (field === undefined) return [about(key, `${key} is not a field of this entity`)];
      const wanted = missing.includes(key) ? undefined : wantedOf(value, field);
      return wanted === undefined ? [] : [about(key, `${key} is not ${wanted}`)];
    }),
  ];
}

/** What the value should have been; undefined where it is right. */
function wantedOf(value: unknown, field: FieldSchema): string | undefined {
  if (field.type === 'array') {
    const isTexts = Array.isArray(value) && value.every((entry) => typeof entry === 'string');
    return isTexts ? undefined : 'an array of strings';
  }
  if (typeof value !== field.type || (typeof value === 'number' && !Number.isFinite(value))) {
    return `a ${field.type}`;
  }
  if (field.enum !== undefined) {
    return field.enum.includes(value as string) ? undefined : `one of ${field.enum.join(', ')}`;
  }
  switch (field.format) {
    case 'email':
      return isEmailAddress(value) ? undefined : 'valid';
    case 'date':
      return isIsoDay(value) ? undefined : 'a date in ISO 8601';
    case 'date-time':
      return isIsoMoment(value) ? undefined : 'a date and time in ISO 8601';
    default:
      return undefined;
  }
}
