/** The Http port over UrlFetchApp, whose exceptions are turned into outcomes. */
import type { Http, HttpCall, HttpOutcome } from '../ports/http';

type Request = GoogleAppsScript.URL_Fetch.URLFetchRequest;
type Response = GoogleAppsScript.URL_Fetch.HTTPResponse;

export const urlFetchHttp: Http = {
  fetchAll(calls) {
    const [only] = calls;
    if (calls.length === 1 && only) return [fetchOne(only)];
    try {
      return UrlFetchApp.fetchAll(calls.map(toRequest)).map(toOutcome);
    } catch (thrown) {
      // One failed connection fails the whole batch, and does not say which. What may be repeated is asked for one by one.
      return calls.map((call) => (call.method === 'get' ? fetchOne(call) : failure(thrown)));
    }
  },
};

function fetchOne(call: HttpCall): HttpOutcome {
  try {
    const { url, ...options } = toRequest(call);
    return toOutcome(UrlFetchApp.fetch(url, options));
  } catch (thrown) {
    return failure(thrown);
  }
}

function toRequest(call: HttpCall): Request {
  return {
    url: call.url,
    method: call.method,
    headers: { ...call.headers },
    muteHttpExceptions: true,
    // A redirect could carry the key to another host.
    followRedirects: false,
    ...(call.contentType === undefined ? {} : { contentType: call.contentType }),
    ...(call.body === undefined ? {} : { payload: call.body }),
    ...(call.form ? { payload: formOf(call.form) } : {}),
  };
}

/** With a blob among its values, UrlFetchApp makes a form in several parts, in this order, and names its type and boundary itself. */
function formOf({ fields, file }: NonNullable<HttpCall['form']>): Record<string, unknown> {
  return { ...fields, [file.field]: Utilities.newBlob(file.text, file.contentType, file.name) };
}

function toOutcome(response: Response): HttpOutcome {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.getHeaders() as Record<string, unknown>)) {
    headers[name.toLowerCase()] = String(value);
  }
  return { kind: 'answer', status: response.getResponseCode(), headers, body: response.getContentText() };
}

/** The words are Google's: https://developers.google.com/apps-script/guides/services/quotas */
function failure(thrown: unknown): HttpOutcome {
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  if (/invoked too many times in a short time|Bandwidth quota/i.test(reason)) {
    return { kind: 'quota', reason, burst: true };
  }
  if (/invoked too many times|too much computer time/i.test(reason)) {
    return { kind: 'quota', reason, burst: false };
  }
  return { kind: /DNS error|Invalid argument|URL Length/i.test(reason) ? 'unsent' : 'unknown', reason };
}
