/** Reads Zluri's errors, which come in four shapes. */

/**
 * The human part of an error, and where there is one the number under which Zluri's support finds it; null for a body of none
 * of the shapes. https://developers.zluri.com/reference/rate-limits and https://api-docs.zluri.dev/docs/zluri/init-sync show two
 * of them, client code a third.
 */
export function readMessage(body: unknown): string | null {
  if (!isObject(body)) return null;
  const message =
    problems(body['errors']) ??
    (isObject(body['error']) ? problems(body['error']['ValidationError']) : null) ??
    text(body['message']) ??
    text(body['error']);
  const number = text(body['sentry_id']);
  return message !== null && number !== null ? `${message} (Zluri’s number for it: ${number})` : message;
}

/** [{msg, param}, …] as one text. */
function problems(list: unknown): string | null {
  if (!Array.isArray(list)) return null;
  const texts = list.filter(isObject).flatMap(({ msg, param }) => {
    const problem = text(msg);
    const about = text(param);
    if (problem === null) return [];
    return [about === null ? problem : `${about}: ${problem}`];
  });
  return texts.length > 0 ? texts.join('; ') : null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
