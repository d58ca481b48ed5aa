import { opened, valueOf } from '../desk/opened';

// Google: what the V8 runtime does not have. https://developers.google.com/apps-script/guides/v8-runtime
test('nothing of Node or of a browser is there', async () => {
  const names = [
    ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'fetch', 'URL', 'URLSearchParams'],
    ...[
      'TextEncoder',
      'TextDecoder',
      'atob',
      'btoa',
      'crypto',
      'performance',
      'process',
      'require',
      'module',
    ],
    ...['Buffer', 'structuredClone', 'window', 'navigator', 'global', 'FormData', 'Blob', 'DOMException'],
  ];
  const found = await valueOf(`return ${JSON.stringify(names)}.filter((name) => name in globalThis);`);
  expect(found).toEqual([]);
});

test('JavaScript’s own objects are there, WebAssembly and eval too', async () => {
  const names = ['Intl', 'Promise', 'Map', 'Proxy', 'Reflect', 'JSON', 'WebAssembly', 'Symbol', 'BigInt'];
  expect(await valueOf(`return ${JSON.stringify(names)}.filter((name) => !(name in globalThis));`)).toEqual(
    [],
  );
  expect(await valueOf(`return eval('1 + 1') + new Function('return 1')();`)).toBe(3);
});

test('the services hang on the global object', async () => {
  const services = [
    'SpreadsheetApp',
    'UrlFetchApp',
    'PropertiesService',
    'CacheService',
    'Charts',
    'LockService',
    'ScriptApp',
  ];
  const more = ['HtmlService', 'Session', 'Utilities', 'MailApp', 'Logger', 'console'];
  expect(await valueOf(`return Object.keys(globalThis).sort();`)).toEqual(
    [...services, ...more, 'run'].sort(),
  );
});

test('values from services are the script’s own objects', async () => {
  const script = `
    var cache = CacheService.getUserCache();
    cache.putAll({ a: '1' });
    var bytes = Utilities.newBlob('x').getBytes();
    var day = Utilities.parseDate('2026-01-02', 'UTC', 'yyyy-MM-dd');
    var failure;
    try { Utilities.newBlob(); Utilities.sleep('x'); } catch (error) { failure = error; }
    return [
      cache.getAll(['a']) instanceof Object,
      bytes instanceof Array,
      day instanceof Date,
      failure instanceof Error,
      failure.constructor === Error,
    ];`;
  expect(await valueOf(script)).toEqual([true, true, true, true, true]);
});

test('what a script returns is the caller’s own', async () => {
  const value = await valueOf('return { rows: [[1, "a", null]], at: new Date(5) };');
  expect(value).toStrictEqual({ rows: [[1, 'a', null]], at: new Date(5) });
});

test('time is the virtual clock’s, in every way of asking', async () => {
  const script = `
    var before = Date.now();
    Utilities.sleep(90000);
    return [Date.now() - before, new Date().getTime() - before, new Date(7).getTime(), typeof Date(),
      Date.UTC(1970, 0, 2), Date.parse('1970-01-01T00:00:01Z'), new Date().constructor === Date, Date.name];`;
  expect(await valueOf(script, { now: '2026-05-01T00:00:00Z' })).toEqual([
    90_000,
    90_000,
    7,
    'string',
    86_400_000,
    1000,
    true,
    'Date',
  ]);
});

// Google: the manifest names the time zone of the script. https://developers.google.com/apps-script/manifest
test('local time is UTC, wherever the machine stands', async () => {
  const script = `
    var noon = new Date(2026, 6, 1, 12);
    return [noon.toISOString(), noon.getHours(), noon.getTimezoneOffset(), String(noon), noon.toLocaleTimeString('en-GB'),
      new Date('2026-07-01T12:00').getTime() === noon.getTime(), Date.parse('Jul 1, 2026 12:00') === noon.getTime(),
      new Date('2026-07-01').getUTCHours(), new Date('2026-07-01T12:00+02:00').getHours(),
      new Intl.DateTimeFormat('en-GB', { hour: '2-digit' }).format(noon), String(new Date(NaN)), new Date('x').getTime()];`;
  expect(await valueOf(script)).toEqual([
    '2026-07-01T12:00:00.000Z',
    12,
    0,
    'Wed Jul 01 2026 12:00:00 GMT+0000 (Coordinated Universal Time)',
    '12:00:00',
    true,
    true,
    0,
    10,
    '12',
    'Invalid Date',
    NaN,
  ]);
});

test('a class can extend Date', async () => {
  const script =
    'class Day extends Date { two() { return 2; } } var day = new Day(5); return [day.two(), day.getTime()];';
  expect(await valueOf(script)).toEqual([2, 5]);
});

test('chance repeats from run to run', async () => {
  const script = 'return [Math.random(), Math.random()];';
  const first = (await valueOf(script)) as number[];
  expect(await valueOf(script)).toEqual(first);
  expect(first[0]).not.toBe(first[1]);
});

// Google: every run loads the whole project.
// https://developers.google.com/apps-script/guides/support/best-practices
test('nothing is left in memory for the next execution', async () => {
  const desk = await opened(
    'var count = 0; function add() { count += 1; Array.prototype.x = 1; return count; }',
  );
  await desk.call('add');
  expect((await desk.call('add')).value).toBe(1);
  expect((await desk.call('add')).value).toBe(1);
});

test('promises run to their end; one that never settles does not hold the execution', async () => {
  const desk = await opened(`
    async function waits() { await null; await Promise.resolve(); return 'late'; }
    async function fails() { await null; throw new RangeError('no'); }
    function careless() { Promise.reject(new Error('nobody listens')); return 'on'; }
    function forever() { return new Promise(function () {}); }
  `);
  expect((await desk.call('waits')).value).toBe('late');
  expect((await desk.call('fails')).error).toMatchObject({ name: 'RangeError', message: 'no' });
  expect(await desk.call('careless')).toMatchObject({ value: 'on' });
  expect(await desk.call('forever')).toMatchObject({ ok: true, value: undefined });
});

test('errors keep their name, their words and the script’s own lines', async () => {
  const desk = await opened('function broken() {\n  null.x;\n}\nfunction text() { throw "just text"; }');
  const { ok, error, outcome } = await desk.call('broken');
  expect({ ok, outcome, name: error?.name }).toEqual({ ok: false, outcome: 'failed', name: 'TypeError' });
  expect(error?.stack).toContain('Code.js:2');
  expect((await desk.call('text')).error?.message).toBe('just text');
});

test('a bundle that does not parse or throws while loading fails every run', async () => {
  const torn = await opened('function (');
  expect((await torn.call('run')).error?.name).toBe('SyntaxError');
  const loud = await opened('function run() {} throw new Error("at the top");');
  expect((await loud.call('run')).error?.message).toBe('at the top');
});

// Google: what the V8 runtime does not have. https://developers.google.com/apps-script/guides/v8-runtime
test.each([
  ['a private field', 'class A { #x = 1; get() { return this.#x; } }'],
  ['a static field', 'class A {\n  static x = 1;\n}'],
  ['a static block', 'class A { static { this.x = 1; } }'],
])('%s keeps a script from loading, though Node would take it', async (_, code) => {
  const { error } = await (await opened(`function run() { return 1; }\n${code}`)).call('run');
  expect(error).toMatchObject({ name: 'SyntaxError', message: expect.stringMatching(/line [23]/) as string });
});

test('the same signs within texts and static methods are no such syntax', async () => {
  const script = `class A { static x() { return "a #b; static y = 1"; } } /* {#c} */ return A.x() + \` #d\`;`;
  expect(await valueOf(script)).toBe('a #b; static y = 1 #d');
});

// Platform facts, section 2.5, confidence M: the text as developers met it live.
test('a function that is not there is named', async () => {
  const desk = await opened('var app = { run: function () { return this === app; } };');
  expect((await desk.call('absent')).error?.message).toBe('Script function not found: absent');
  // Google: menus and triggers may name methods of objects. https://developers.google.com/apps-script/guides/v8-runtime
  expect((await desk.call('app.run')).value).toBe(true);
});

test('console writes to the log of the execution', async () => {
  const desk = await opened(
    'function run() { console.log("%s has %d", "a", 2, { b: 1 }); console.error(new Map().size); }',
  );
  expect((await desk.call('run')).logs).toEqual(['a has 2 {"b":1}', '0']);
});
