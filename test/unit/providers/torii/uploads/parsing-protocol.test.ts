/** Expense files: parsed once, followed to the end, and never sent again without being asked. */
import { AppError } from '../../../../../src/core/errors';
import { TORII_UPLOADS } from '../../../../../src/providers/torii/uploads/uploads';
import { lost, ok, orderOf, refused, ride, ToriiOfUploads } from './torii-of-uploads';

const TARGET = 'torii.expenses';
const ORDER = orderOf(TARGET, 100);
const protocol = TORII_UPLOADS.protocolOf(TARGET);
const AUTOMATIC = 'put /parsings/automatic';

test('a file is parsed and followed; the end says how much of it Torii knows', () => {
  const torii = new ToriiOfUploads();
  torii.script.push({ on: 'get /parsings', reply: ok({ parse: { id: 5, status: 'parsing_in_progress' } }) });
  const { last, waits } = ride(protocol, ORDER, torii);
  expect(torii.asked).toEqual(['post /files/upload', AUTOMATIC, 'get /parsings/5', 'get /parsings/5']);
  expect(torii.requests[0]).toMatchObject({
    form: { fields: { type: 'expenseReport' }, file: { name: 'rows.csv', contentType: 'text/csv' } },
  });
  expect(torii.begun).toEqual([{ path: '/parsings/automatic', body: { idFile: 1000 } }]);
  expect(waits.map(({ ms }) => ms)).toEqual([2_000, 4_000]);
  expect(last).toMatchObject({
    kind: 'end',
    end: { outcome: 'done', route: 'by form', ids: { File: 1000, Parsing: 5 } },
  });
  expect(last.kind === 'end' && last.end.words).toContain('60 transactions and matched 55');
});

test('told where the columns are, Torii is asked to read them so', () => {
  const text = 'Transaction date,Description,Amount,Currency\r\n2026-01-31,"Figma, Inc.",12.00,USD\r\n';
  const parseConfig = TORII_UPLOADS.parseConfig?.({ target: TARGET, text }, { parsing: 'manual' });
  expect(parseConfig).toEqual({
    transactionDateColumn: 'A',
    descriptionColumn: 'B',
    amountColumn: 'C',
    currencyColumn: 'D',
    dateFormat: 'YYYY-MM-DD',
  });
  const torii = new ToriiOfUploads();
  ride(protocol, { ...ORDER, ...(parseConfig ? { parseConfig } : {}) }, torii);
  expect(torii.begun).toEqual([
    { path: '/parsings/manual', body: { parseConfig: { idFile: 1000, ...parseConfig } } },
  ]);
});

test('the fifth column is the reporting user’s, and there is no configuration unless it is asked for', () => {
  const file = { target: TARGET, text: 'Transaction date,Description,Amount,Currency,Reporting user' };
  expect(TORII_UPLOADS.parseConfig?.(file, { parsing: 'manual' })).toMatchObject({
    reportingUserColumn: 'E',
  });
  expect(TORII_UPLOADS.parseConfig?.(file, {})).toBeNull();
  expect(TORII_UPLOADS.parseConfig?.(file, { parsing: 'automatic' })).toBeNull();
  expect(TORII_UPLOADS.parseConfig?.({ ...file, target: 'torii.gluu' }, { parsing: 'manual' })).toBeNull();
});

test('a file that cannot be read', () => {
  const torii = new ToriiOfUploads();
  torii.parsing = { status: 'parsing_failed' };
  expect(ride(protocol, ORDER, torii).last).toMatchObject({
    kind: 'fail',
    error: { code: 'PARSING_FAILED' },
  });
});

test('pauses grow to half a minute, and after two hours nobody waits any longer', () => {
  const torii = new ToriiOfUploads();
  torii.parsing = { status: 'parsing_in_progress' };
  const { last, waits } = ride(protocol, ORDER, torii);
  expect(waits.slice(0, 6).map(({ ms }) => ms / 1000)).toEqual([2, 4, 8, 15, 30, 30]);
  const hours = waits.reduce((sum, { ms }) => sum + ms, 0) / 3_600_000;
  expect(hours).toBeLessThanOrEqual(2);
  expect(hours).toBeGreaterThan(1.9);
  expect(last).toMatchObject({ kind: 'end', end: { outcome: 'taken', ids: { Parsing: 5 } } });
});

test('trouble while following it is waited for; after a refusal Torii still has it', () => {
  const torii = new ToriiOfUploads();
  torii.script.push({ on: 'get /parsings', reply: lost() });
  expect(ride(protocol, ORDER, torii).last.kind).toBe('end');
  const gone = new ToriiOfUploads();
  const about = { provider: 'Torii', subject: 'expense files', keyPlace: 'Settings' };
  gone.script.push({ on: 'get /parsings', reply: new AppError('KEY_REFUSED', about) });
  const { last } = ride(protocol, ORDER, gone);
  expect(last).toMatchObject({ kind: 'end', end: { outcome: 'taken' } });
  expect(last.kind === 'end' && last.end.words).toMatch(
    /not known\. Torii does not accept .* before it is sent again/,
  );
});

test('without numbers, the end says no more than is known', () => {
  const torii = new ToriiOfUploads();
  torii.parsing = { status: 'parsed_successfully' };
  const { last } = ride(protocol, ORDER, torii);
  expect(last.kind === 'end' && last.end.words).toBe('Torii has read the file.');
});

test.each([
  ['an answer that was lost', lost()],
  ['an answer without an id', ok({})],
])('after %s it is not parsed again, since no call tells', (_, reply) => {
  const torii = new ToriiOfUploads();
  torii.script.push({ on: AUTOMATIC, reply, works: true });
  expect(ride(protocol, ORDER, torii).last).toMatchObject({ error: { code: 'UPLOAD_UNCONFIRMED' } });
  expect(torii.begun).toHaveLength(1);
});

test('a refusal of the parsing', () => {
  const torii = new ToriiOfUploads();
  torii.script.push({ on: AUTOMATIC, reply: refused(400, 'dateFormat is required') });
  expect(ride(protocol, ORDER, torii).last).toMatchObject({ error: { code: 'UPLOAD_REFUSED' } });
});

test.each(['before', 'after'] as const)('killed %s the parsing, it is left open', (when) => {
  const torii = new ToriiOfUploads();
  const { last } = ride(protocol, ORDER, torii, [{ sending: 2, when }]);
  expect(last).toMatchObject({ kind: 'fail', error: { code: 'UPLOAD_UNCONFIRMED' } });
  expect(torii.begun.length).toBe(when === 'after' ? 1 : 0);
});

test.each([1, 3, 4])('killed at sending %i, it goes on', (sending) => {
  for (const when of ['before', 'after'] as const) {
    const torii = new ToriiOfUploads();
    torii.script.push({ on: 'get /parsings', reply: ok({ parse: { status: 'parsing_in_progress' } }) });
    expect(ride(protocol, ORDER, torii, [{ sending, when }]).last.kind).toBe('end');
    expect(torii.begun).toHaveLength(1);
  }
});
