import { opened } from './opened';

const SCRIPT = `
  function book() { return SpreadsheetApp.getActiveSpreadsheet(); }
  function install(names) {
    names.forEach(function (name) { ScriptApp.newTrigger('heard').forSpreadsheet(book())[name]().create(); });
  }
  function heard(e) {
    return [e.changeType || (e.range ? 'range' : 'open'), String(e.authMode), typeof e.triggerUid, e.source.getId() === book().getId()];
  }
  function fill() { book().getActiveSheet().getRange(1, 1, 3, 2).setValues([['Id', 'Name'], [1, 'Slack'], [2, 'Zoom']]); }
`;
const WITH_ON_EDIT = `${SCRIPT}
  function onEdit(e) {
    var range = e.range;
    return [range.getA1Notation(), JSON.stringify(range), 'value' in e, 'oldValue' in e, range.rowEnd - range.rowStart];
  }
`;

type Heard = [what: string, authMode: string, uid: string, source: boolean];
const FULL = ['FULL', 'string', true];

// Google: edit events. https://developers.google.com/apps-script/guides/triggers/events
// That the range carries its bounds: https://tanaikech.github.io/page/80
test('the range of an edit event carries its bounds', async () => {
  const desk = await opened(WITH_ON_EDIT);
  await desk.tab('Sheet1').type('C5', 'x');
  expect(desk.executions.at(-1)?.value).toEqual([
    'C5',
    '{"columnEnd":3,"columnStart":3,"rowEnd":5,"rowStart":5}',
    true,
    false,
    0,
  ]);
});

test('several cells at once have neither value nor oldValue; clearing one has no value', async () => {
  const desk = await opened(WITH_ON_EDIT);
  await desk.call('fill');
  desk.tab('Sheet1').insertColumn(3, 'Mine', ['a', 'b']);
  await desk.tab('Sheet1').type('B2', '');
  const edits = desk.executions.filter(({ function: fn }) => fn === 'onEdit').map(({ value }) => value);
  expect(edits).toEqual([
    ['C1:C3', '{"columnEnd":3,"columnStart":3,"rowEnd":3,"rowStart":1}', false, false, 2],
    ['B2', '{"columnEnd":2,"columnStart":2,"rowEnd":2,"rowStart":2}', false, true, 0],
  ]);
});

// Google: installable triggers, and the kinds of change. https://developers.google.com/apps-script/guides/triggers/events
test('installed triggers hear edits and changes, in full and as their owner', async () => {
  const desk = await opened(SCRIPT);
  await desk.call('fill');
  await desk.call('install', ['onEdit', 'onChange']);
  const before = desk.executions.length;
  const tab = desk.as('grace@example.com').tab('Sheet1');
  await tab.type('B2', 'Slack 2');
  tab.renameHeader('Name', 'App');
  tab.insertColumn(3, 'Mine');
  tab.moveColumn(3, 2);
  tab.sort('App');
  tab.deleteRow(1);
  tab.deleteColumn('Mine');
  tab.rename('Apps');
  await tab.type('B2', 'Slack 3');
  const heard = desk.executions.slice(before).filter(({ function: fn }) => fn === 'heard');
  expect(heard.every(({ user, kind }) => user === desk.user && kind === 'trigger')).toBe(true);
  expect(heard.map(({ value }) => (value as Heard)[0])).toEqual([
    ...['range', 'EDIT'],
    ...['range', 'EDIT'],
    ...['INSERT_COLUMN', 'range', 'EDIT'],
    ...['OTHER', 'OTHER', 'REMOVE_ROW', 'REMOVE_COLUMN', 'OTHER'],
    ...['range', 'EDIT'],
  ]);
  expect(heard.every(({ value }) => JSON.stringify((value as Heard).slice(1)) === JSON.stringify(FULL))).toBe(
    true,
  );
});

test('an installed open trigger runs when anybody opens the file', async () => {
  const desk = await opened(SCRIPT);
  await desk.call('install', ['onOpen']);
  await desk.as('grace@example.com').opened;
  expect(desk.executions.at(-1)).toMatchObject({
    function: 'heard',
    user: desk.user,
    value: ['open', ...FULL],
  });
});

// Google: a script's own writes fire nothing. https://developers.google.com/apps-script/guides/triggers
test('what a script does fires nothing', async () => {
  const desk = await opened(WITH_ON_EDIT);
  await desk.call('install', ['onEdit', 'onChange']);
  await desk.call('fill');
  expect(desk.executions.map(({ function: fn }) => fn)).toEqual(['install', 'fill']);
});

// Google: only onOpen runs before an add-on is enabled in the file.
// https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle
test('an add-on that nobody has used in the file hears no edits', async () => {
  const desk = await opened(WITH_ON_EDIT, { addOn: 'published' });
  await desk.tab('Sheet1').type('A1', 'x');
  expect(desk.executions).toEqual([]);
  await desk.call('fill');
  await desk.tab('Sheet1').type('A1', 'y');
  expect(desk.executions.map(({ function: fn }) => fn)).toEqual(['fill', 'onEdit']);
});
