/** Finds out which fields a refusal is about, so that a list can be asked for again without them. */
import { AppError } from '../errors';
import type { Sender } from './list';
import type { ApiAnswer, ApiRequest } from './request';

const SEPARATOR = ', ';

/** The field keys that an UNKNOWN_FIELD error of a list names. */
export function unknownFields(error: AppError): readonly string[] {
  const { field } = error.details;
  return error.code === 'UNKNOWN_FIELD' && typeof field === 'string' ? field.split(SEPARATOR) : [];
}

/** Sends; a refusal whose message names fields that could be left out becomes UNKNOWN_FIELD. */
export function sendNamingFields(
  sender: Sender,
  request: ApiRequest,
  optional: readonly string[],
): ApiAnswer {
  try {
    return sender.sendOne(request);
  } catch (thrown) {
    const error = AppError.from(thrown);
    const named =
      error.code === 'PROVIDER_REFUSED' ? namedFields(String(error.details['message']), optional) : [];
    if (named.length === 0) throw error;
    throw new AppError('UNKNOWN_FIELD', { ...error.details, field: named.join(SEPARATOR) }, error.where, {
      cause: error,
    });
  }
}

/**
 * Which of these keys a message names. A key such as “name” is also a plain word, so keys that can only be keys
 * (c_tier, lastVisitTime) win over those where a message has both.
 */
export function namedFields(message: string, keys: readonly string[]): readonly string[] {
  const words = new Set(message.match(/[\p{L}\p{N}_$-]+/gu) ?? []);
  const named = keys.filter((key) => words.has(key));
  const telling = named.filter((key) => /[_\d$-]|\p{Ll}\p{Lu}/u.test(key));
  return telling.length > 0 ? telling : named;
}
