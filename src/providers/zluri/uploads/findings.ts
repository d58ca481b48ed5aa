/** What Zluri says about records, brought to page and place. */
import { isRecord, valueAt } from '../../../core/http/list';
import type { RemoteRecord } from '../../../core/table/field';
import type { Finding } from '../../uploading';
import { countAt, textAt, type SentPage } from './answers';
import { ENTITY, LINE, MESSAGE, PAGE_NUMBER, PARAMETER, REPORTS } from './settings';

/** A page, where the answer is about one. */
type About = Pick<Finding, 'entity' | 'page'>;

/** Nothing of the upload in particular. */
export const WHOLE: About = { entity: '', page: 0 };

/** What is kept of a message: the state of an upload has little room. */
const LONGEST_MESSAGE = 120;
const LONGEST_FIELD = 60;

/** “data[22].email”, “data.22.email”, “/data/22/email”, “22.email”. [C] of the first generation's form, [I] for the rest. */
const PLACE = /^\/?(?:data)?[./[]?(\d+)\]?(?:[./](.+))?$/;

/** Everything that an answer says about records, as far as it can be read; `about` where it names no page itself. */
export function findingsIn(body: unknown, about: About): readonly Finding[] {
  return reportsIn(body).map((report) => findingOf(report, about));
}

/** What the details of a sync say about a page that did not pass. */
export function findingsOfPage({ entity, page, record }: SentPage): readonly Finding[] {
  const told = findingsIn(record, { entity, page });
  if (told.length > 0) return told;
  return [{ entity, page, message: short(textAt(record, MESSAGE)) || notAccepted(entity, page) }];
}

/** Where Zluri gives no reason. */
export function notAccepted(entity: string, page: number): string {
  return `Zluri did not accept page ${String(page)} of the ${entity.replace('_', ' ')}.`;
}

/** The text without addresses, which may be signed, and no longer than can be kept. */
export function short(message: string, longest = LONGEST_MESSAGE): string {
  const clean = message.replace(/https?:\/\/\S+/g, '(address)').trim();
  return clean.length > longest ? `${clean.slice(0, longest - 1)}…` : clean;
}

function reportsIn(body: unknown): readonly (RemoteRecord | string)[] {
  if (!isRecord(body)) return [];
  return REPORTS.flatMap((name) => {
    const held = valueAt(body, name);
    return Array.isArray(held) ? held.filter((report) => isRecord(report) || typeof report === 'string') : [];
  });
}

function findingOf(report: RemoteRecord | string, about: About): Finding {
  if (typeof report === 'string') return { ...about, message: short(report) };
  const parameter = textAt(report, PARAMETER);
  const [, place, below] = PLACE.exec(parameter) ?? [];
  const line = countAt(report, LINE);
  const index = place !== undefined ? Number(place) : line !== null && line > 0 ? line - 1 : null;
  const field = place === undefined ? parameter : (below ?? '');
  return {
    entity: textAt(report, ENTITY) || about.entity,
    page: countAt(report, PAGE_NUMBER) ?? about.page,
    ...(index === null ? {} : { index }),
    ...(field === '' ? {} : { field: field.slice(0, LONGEST_FIELD) }),
    message: short(textAt(report, MESSAGE)) || 'Zluri gave no reason.',
  };
}
