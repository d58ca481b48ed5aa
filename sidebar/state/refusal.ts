/** Where a person mends choices that were refused. */
import type { Failure } from '../rpc/failure';

const PARTS: Readonly<Partial<Record<Failure['code'], 'fields' | 'filters'>>> = {
  BAD_FILTER: 'filters',
  UNKNOWN_FIELD: 'fields',
  TOO_MANY_FIELDS: 'fields',
  URL_TOO_LONG: 'fields',
};

/** The part of the choices that a failure is about; undefined for one that is about something else. */
export function refusedPart(failure: Failure): 'fields' | 'filters' | undefined {
  return PARTS[failure.code];
}
