import { opened } from './opened';

const SCRIPT = `
  function keep(value) {
    PropertiesService.getUserProperties().setProperty('mine', value);
    PropertiesService.getDocumentProperties().setProperty('ours', value);
    PropertiesService.getScriptProperties().setProperty('all', value);
  }
  function say(text) { SpreadsheetApp.getActiveSpreadsheet().toast(text); }
  function write(value) { SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Sheet1').getRange('A1').setValue(value); }
  function soon() { ScriptApp.newTrigger('say').timeBased().after(1000).create(); }
`;

// Google: user properties belong to one person, document properties to everybody in the file.
// https://developers.google.com/apps-script/reference/properties/properties-service
test('another person has own user properties and an own screen, and the same file', async () => {
  const ada = await opened(SCRIPT, { user: 'ada@example.com' });
  const grace = ada.as('grace@example.com');
  await ada.call('keep', 'a');
  await ada.call('say', 'hello');
  await ada.call('write', 'shared');
  expect(ada.stores()).toEqual({ user: { mine: 'a' }, document: { ours: 'a' }, script: { all: 'a' } });
  expect(grace.stores()).toEqual({ user: {}, document: { ours: 'a' }, script: { all: 'a' } });
  expect(grace.toasts).toEqual([]);
  expect(grace.tab('Sheet1').values()).toEqual([['shared']]);
  expect(grace.executions).toBe(ada.executions);
});

test('a copy has the content, and neither properties nor triggers', async () => {
  const desk = await opened(SCRIPT);
  await desk.call('keep', 'a');
  await desk.call('write', 'before');
  await desk.call('soon');
  const copy = await desk.copyFile();
  await copy.call('write', 'after');
  expect(copy.stores()).toEqual({ user: {}, document: {}, script: {} });
  expect(copy.triggers()).toEqual([]);
  expect(desk.tab('Sheet1').values()).toEqual([['before']]);
  expect(copy.tab('Sheet1').values()).toEqual([['after']]);
  expect(copy.requests).not.toBe(desk.requests);
});

test('a published add-on has one user store for all files of a person', async () => {
  const desk = await opened(SCRIPT, { addOn: 'published' });
  await desk.call('keep', 'a');
  const copy = await desk.copyFile();
  expect(copy.stores()).toEqual({ user: { mine: 'a' }, document: {}, script: {} });
});

test('all desks of a file share the clock', async () => {
  const desk = await opened(SCRIPT);
  const copy = await desk.copyFile();
  await desk.clock.advance({ days: 2 });
  expect(copy.clock.now()).toEqual(desk.clock.now());
});
