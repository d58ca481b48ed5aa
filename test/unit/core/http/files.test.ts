/** Files on their way out: forms, and signed addresses that must see neither key nor log. */
import { AppError } from '../../../../src/core/errors';
import { dispatcherOver, inTurn, json, raw, request } from './scripted-http';

const ADDRESS = 'https://files.s3.us-east-1.amazonaws.com/1/users.json?X-Amz-Signature=s3cr3t';
const FORM = {
  fields: { type: 'customIntegrationData' },
  file: { field: 'file', name: 'users.json', contentType: 'application/json', text: '{}' },
};

const put = (more = {}) =>
  request('/(signed address)', {
    method: 'put',
    signed: { address: ADDRESS, contentType: 'application/json', text: '{"users":[]}' },
    ...more,
  });

test('a form goes with the connection’s headers and without a type of its own', () => {
  const { dispatcher, http } = dispatcherOver(() => json({ id: 1 }));
  dispatcher.sendOne(request('/files/upload', { method: 'post', form: FORM }));
  expect(http.calls).toEqual([
    {
      method: 'post',
      url: 'https://api.acme.test/v1/files/upload',
      headers: { 'api-key': 'k-123456' },
      form: FORM,
    },
  ]);
});

test('a signed address gets the text as it is, and no header of the connection', () => {
  const { dispatcher, http } = dispatcherOver(() => raw(''));
  expect(dispatcher.sendOne(put())).toEqual({ status: 200, body: null });
  expect(http.calls).toEqual([
    { method: 'put', url: ADDRESS, headers: {}, contentType: 'application/json', body: '{"users":[]}' },
  ]);
});

test('what a storage says with success is not read', () => {
  const { dispatcher } = dispatcherOver(() => raw('<?xml version="1.0"?><Ok/>', 201));
  expect(dispatcher.sendOne(put())).toEqual({ status: 201, body: null });
});

test.each([400, 401, 403, 404, 405, 307, 501])('a storage’s %i is no word about the key', (status) => {
  const body = `<Error><Code>AccessDenied</Code><StringToSign>${ADDRESS}</StringToSign></Error>`;
  const { dispatcher, http, logged } = dispatcherOver(() => raw(body, status));
  const [refusal] = dispatcher.send([put()]);
  expect(refusal).toMatchObject({ code: 'ADDRESS_REFUSED', details: { status } });
  expect(
    refusal instanceof AppError && JSON.stringify([refusal, refusal.details, refusal.message, logged]),
  ).not.toContain('s3cr3t');
  expect(http.calls).toHaveLength(1);
});

test('it does not stop what else is on its way, as a refused key would', () => {
  const { dispatcher } = dispatcherOver((call) => (call.url === ADDRESS ? raw('', 401) : json({ id: 1 })));
  const [refusal, answer] = dispatcher.send([put(), request('/things')]);
  expect(refusal).toMatchObject({ code: 'ADDRESS_REFUSED' });
  expect(answer).toMatchObject({ body: { id: 1 } });
});

test.each([500, 503, 429])('a storage’s %i passes, and no log holds the address', (status) => {
  const { dispatcher, http, logged } = dispatcherOver(inTurn(raw('<Error/>', status), raw('')));
  expect(dispatcher.sendOne(put())).toEqual({ status: 200, body: null });
  expect(http.calls).toHaveLength(2);
  expect(logged.join()).not.toContain('s3cr3t');
  expect(logged).not.toEqual([]);
});

test('Google’s own words about the address go nowhere', () => {
  const reason = `DNS error: ${ADDRESS}`;
  const { dispatcher, logged } = dispatcherOver(() => ({ kind: 'unsent', reason }));
  const [refusal] = dispatcher.send([put()]);
  expect(refusal).toMatchObject({ code: 'NO_NETWORK' });
  expect(refusal instanceof AppError && JSON.stringify([refusal, refusal.details, logged])).not.toContain(
    's3cr3t',
  );
});

test('an address that Google would refuse is not sent', () => {
  const { dispatcher, http } = dispatcherOver(() => raw(''));
  const signed = { address: `${ADDRESS}${'x'.repeat(2_048)}`, contentType: 'text/csv', text: '' };
  expect(dispatcher.send([put({ signed })])[0]).toMatchObject({ code: 'URL_TOO_LONG' });
  expect(http.calls).toEqual([]);
});

test('a text of 20 MB is handed on, not copied', () => {
  const text = 'x'.repeat(20_000_000);
  const { dispatcher, http } = dispatcherOver(() => raw(''));
  dispatcher.sendOne(put({ signed: { address: ADDRESS, contentType: 'text/csv', text } }));
  expect(http.calls[0]?.body).toBe(text);
});
