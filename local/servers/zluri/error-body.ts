/** Refused requests, in the four shapes that Zluri's pages and clients show. */
import { REASONS, Refusal } from '../http/exchange';
import { hash } from '../http/page-cursor';
import type { ErrorShape } from './options';

/** A value in the request that is not as it must be. */
export class WrongValue extends Refusal {
  constructor(
    readonly parameter: string,
    message: string,
    readonly location: 'body' | 'query' | 'params' = 'body',
    status = 400,
  ) {
    super(status, message);
  }
}

/** One of several things that are wrong. */
export interface Complaint {
  readonly msg: string;
  /** Where: `data[22].email`. */
  readonly param?: string;
  /** Of a record in a page that was uploaded before; its line counts from 1. */
  readonly entity_name?: string;
  readonly page_number?: number;
  readonly line?: number;
}

/** A request that is refused for several reasons: statuses are documented, bodies inferred. https://developers.zluri.com/docs/troubleshooting */
export class Complaints extends Refusal {
  constructor(
    status: number,
    readonly code: string,
    readonly complaints: readonly Complaint[],
  ) {
    super(status, complaints[0]?.msg ?? code);
  }
}

/** https://developers.zluri.com/reference/rate-limits */
const RATE_LIMIT_CODE = 'RATE_LIMIT_EXCEEDED';

/**
 * Inferred: a shape is documented for 429 (https://developers.zluri.com/reference/rate-limits) and, in the old
 * generation, for 400 (https://api-docs.zluri.dev/docs/zluri/init-sync); the old samples read `message` of the others
 * (https://github.com/ZluriHQ/custom-integration-sdk-boilerplate-code).
 */
const INFERRED_SHAPES: Readonly<Record<number, ErrorShape>> = { 429: 'errors', 400: 'validation' };
const INFERRED_OTHER_SHAPE: ErrorShape = 'message';

/** @param shape null: that of the status */
export function errorBody(
  status: number,
  message: string,
  refusal: Refusal | undefined,
  shape: ErrorShape | null,
): unknown {
  const several = refusal instanceof Complaints ? refusal : undefined;
  switch (shape ?? (several ? 'errors' : INFERRED_SHAPES[status]) ?? INFERRED_OTHER_SHAPE) {
    case 'errors':
      return { errors: several?.complaints ?? [{ msg: message }], code: several?.code ?? codeOf(status) };
    case 'validation':
      return {
        error: { ValidationError: several?.complaints ?? [complaint(message, refusal)], status },
        sentry_id: sentryId(message),
      };
    case 'message':
      return { message };
    case 'error':
      // Unverified: only a third party's description has it. https://github.com/api-evangelist/zluri
      return { error: message, code: codeOf(status) };
  }
}

function complaint(msg: string, refusal: Refusal | undefined) {
  return refusal instanceof WrongValue
    ? { location: refusal.location, msg, param: refusal.parameter }
    : { location: 'body', msg };
}

function codeOf(status: number): string {
  if (status === 429) return RATE_LIMIT_CODE;
  return (REASONS[status] ?? 'Error').toUpperCase().replace(/\W+/g, '_');
}

/** 32 hexadecimal digits, the same for the same message. */
function sentryId(message: string): string {
  return [1, 2, 3, 4].map((part) => hash(`${part}${message}`).toString(16).padStart(8, '0')).join('');
}
