import { opened, valueOf } from '../desk/opened';

test.each([
  ['SpreadsheetApp.fooBar()', 'SpreadsheetApp.fooBar is not implemented by the local Apps Script.'],
  [
    'PropertiesService.getUserProperties().nope',
    'Properties.nope is not implemented by the local Apps Script.',
  ],
  ['ScriptApp.WeekDay.SOMEDAY', 'ScriptApp.WeekDay.SOMEDAY is not implemented by the local Apps Script.'],
  ['ScriptApp.WeekDay.MONDAY.compareTo(1)', 'is not implemented by the local Apps Script.'],
  ['console.table([])', 'console.table is not implemented by the local Apps Script.'],
  ['Utilities.mine = 1', 'Assigning to Utilities.mine is not implemented by the local Apps Script.'],
])('%s says what is missing, never undefined', async (expression, message) => {
  await expect(valueOf(expression)).rejects.toThrow(message);
});

test('a service prints as its class, and is no promise and no JSON', async () => {
  const script = `
    var store = PropertiesService.getUserProperties();
    return [String(store), '' + store, JSON.stringify({ store: store }), store.then, 'setProperty' in store,
      'nope' in store, typeof store, Object.prototype.toString.call(store)];`;
  expect(await valueOf(script)).toEqual([
    'Properties',
    'Properties',
    '{"store":{}}',
    undefined,
    true,
    false,
    'object',
    '[object Properties]',
  ]);
});

// Google: enums stringify to their name. https://developers.google.com/apps-script/guides/v8-runtime/migration
test('enum values print as their names, are the same each time, and come back from services', async () => {
  const script = `
    var mode = ScriptApp.AuthMode.FULL;
    var trigger = ScriptApp.newTrigger('run').timeBased().after(60000).create();
    return [String(mode), JSON.stringify([mode]), mode === ScriptApp.AuthMode.FULL, mode.name(),
      trigger.getEventType() === ScriptApp.EventType.CLOCK];`;
  expect(await valueOf(script)).toEqual(['FULL', '["FULL"]', true, 'FULL', true]);
});

test('an object that a service returns twice is the same object', async () => {
  expect(await valueOf('var blob = Utilities.newBlob("x"); return blob.setName("a") === blob;')).toBe(true);
});

test('Google’s exceptions arrive with their name and words', async () => {
  const script = `
    try { PropertiesService.getUserProperties().setProperty('a', new Array(10000).join('x')); }
    catch (error) { return [error.name, error.message, String(error)]; }`;
  const [name, message, text] = (await valueOf(script)) as string[];
  expect(name).toBe('Exception');
  // Platform facts, section 1.4, confidence M: text in several independent fakes.
  expect(message).toMatch(/^Argument too large: value/);
  expect(text).toBe(`Exception: ${String(message)}`);
});

test('an exception that nobody catches ends the execution with the same words', async () => {
  const desk = await opened('function run() { UrlFetchApp.fetch("https://unknown.example/"); }');
  const { ok, error } = await desk.call('run');
  expect(ok).toBe(false);
  // Platform facts, section 2.7, confidence M: name lookup failures.
  expect(String(error)).toMatch(/^Exception: DNS error: https:\/\/unknown\.example/);
});

// Google: variables of a template are its properties; functions of the script are in reach.
// https://developers.google.com/apps-script/guides/html/templates
test('a template runs in the global scope of the script, with its properties as variables', async () => {
  const desk = await opened(`
    var greeting = 'Hello';
    function twice(text) { return text + text; }
    function page() {
      var template = HtmlService.createTemplate('<p><?= greeting + " " + name ?></p><? for (var i = 0; i < 2; i++) { ?><?!= twice("<i>") ?><? } ?>');
      template.name = 'A & B';
      return [template.name, template.evaluate().setTitle('T').getContent()];
    }
  `);
  expect((await desk.call('page')).value).toEqual(['A & B', '<p>Hello A &amp; B</p><i><i><i><i>']);
});

test('calls are counted by class and method', async () => {
  const desk = await opened(
    'function run() { var c = CacheService.getUserCache(); c.put("a", "1"); c.get("a"); c.get("b"); }',
  );
  const { calls } = await desk.call('run');
  expect(calls).toBe(4);
  expect(desk.serviceCalls).toMatchObject({ 'CacheService.getUserCache': 1, 'Cache.put': 1, 'Cache.get': 2 });
});
