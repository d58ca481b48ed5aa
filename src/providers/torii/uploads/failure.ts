/** Why an upload ended without success, in the form in which a protocol's state keeps it. */
import { AppError, type ErrorCode, type ErrorDetails } from '../../../core/errors';
import type { Finding, UploadMove } from '../../uploading';

export interface Failure {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  readonly findings: readonly Finding[];
}

export function failureOf({ code, details }: AppError, findings: readonly Finding[] = []): Failure {
  return { code, details, findings };
}

export function failing({ code, details, findings }: Failure): UploadMove {
  return { kind: 'fail', error: new AppError(code, details), findings };
}

/** Torii's status where it refused the request itself; null for all other errors. */
export function refusalOf({ code, details }: AppError): number | null {
  return code === 'PROVIDER_REFUSED' ? Number(details['status']) : null;
}

/**
 * A refusal becomes one of the upload, with the users that Torii names; other errors stay what they are.
 * `after`: what became of the data.
 */
export function refusedOr(error: AppError, after: string): Failure {
  if (refusalOf(error) === null) return failureOf(error);
  const message = String(error.details['message']);
  const refused = new AppError('UPLOAD_REFUSED', { provider: 'Torii', message, after });
  return failureOf(refused, findingsIn(message));
}

/** So many are kept: a job's record is small, and one refusal rarely names more. */
const MOST_FINDINGS = 20;

/**
 * [I] What Torii says about a bad file is documented nowhere; its errors have the form of a framework that names the place by a
 * path such as “users[12].email”. Of a CSV, lines are counted from its header. https://developers.toriihq.com/reference/errors
 */
const PLACE = /(?<![\w.\]])users\[(?<user>\d+)\](?:\.(?<field>\w+))?|\bline (?<line>\d+)\b/gi;
const FIRST_LINE = 2;

function findingsIn(message: string): Finding[] {
  const places = [...message.matchAll(PLACE)];
  return places.slice(0, MOST_FINDINGS).map(({ 0: place, groups: { user, field, line } = {}, index }, at) => {
    const text = message.slice((index ?? 0) + place.length, places[at + 1]?.index);
    return {
      entity: '',
      page: 1,
      index: user === undefined ? Number(line) - FIRST_LINE : Number(user),
      ...(field === undefined ? {} : { field }),
      message: `${field ?? ''} ${text.replace(/^["\s:]+|[\s",;.]+$/g, '')}`.trim(),
    };
  });
}
