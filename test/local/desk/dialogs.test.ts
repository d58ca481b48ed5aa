import { opened } from './opened';

const SCRIPT = `
  function note() { return String(SpreadsheetApp.getUi().alert('Done.')); }
  function sure() { var ui = SpreadsheetApp.getUi(); return String(ui.alert('Send?', 'Three changes.', ui.ButtonSet.YES_NO)); }
  function name() {
    var ui = SpreadsheetApp.getUi();
    var answer = ui.prompt('Name?', ui.ButtonSet.OK_CANCEL);
    return [String(answer.getSelectedButton()), answer.getResponseText()];
  }
  function locked() {
    var lock = LockService.getDocumentLock();
    lock.waitLock(1000);
    SpreadsheetApp.getUi().alert('Wait');
    return lock.hasLock();
  }
`;

test('answers are taken in their order', async () => {
  const desk = await opened(SCRIPT);
  desk.answer('Yes', { text: 'Ada' }, 'Grace', 'cancel');
  expect((await desk.call('sure')).value).toBe('YES');
  expect((await desk.call('name')).value).toEqual(['OK', 'Ada']);
  expect((await desk.call('name')).value).toEqual(['OK', 'Grace']);
  expect((await desk.call('name')).value).toEqual(['CANCEL', '']);
  expect(desk.dialogs.map(({ kind, title, text, answer }) => [kind, title, text, answer])).toEqual([
    ['alert', 'Send?', 'Three changes.', 'YES'],
    ['prompt', '', 'Name?', 'OK'],
    ['prompt', '', 'Name?', 'OK'],
    ['prompt', '', 'Name?', 'CANCEL'],
  ]);
});

test('“cancel” means no where there is no cancel button', async () => {
  const desk = await opened(SCRIPT);
  desk.answer('cancel');
  expect((await desk.call('sure')).value).toBe('NO');
});

// Google: closing a dialog by its X gives CLOSE. https://developers.google.com/apps-script/reference/base/ui
test('without an answer a question is closed, and a message is confirmed', async () => {
  const desk = await opened(SCRIPT);
  expect((await desk.call('sure')).value).toBe('CLOSE');
  expect((await desk.call('note')).value).toBe('OK');
});

test('a message does not use up the answer meant for the question after it', async () => {
  const desk = await opened(SCRIPT);
  desk.answer('yes');
  await desk.call('note');
  expect((await desk.call('sure')).value).toBe('YES');
});

test('an answer that the dialog does not offer is an error that names the buttons', async () => {
  const desk = await opened(SCRIPT);
  desk.answer('maybe');
  expect((await desk.call('sure')).error?.message).toContain(
    '“Send?” offers YES, NO, and was answered with “maybe”.',
  );
});

// Google: locks do not survive alert and prompt. https://developers.google.com/apps-script/reference/base/ui
test('a lock is lost while a dialog is open', async () => {
  const desk = await opened(SCRIPT);
  expect((await desk.call('locked')).value).toBe(false);
});

test('a page can answer in place of the queue, and other executions go on meanwhile', async () => {
  const desk = await opened(SCRIPT);
  let press: (button: string) => void = () => undefined;
  desk.screen.asker = () =>
    new Promise((resolve) => {
      press = (button) => resolve({ button, text: '' });
    });
  const shown = new Promise<void>((resolve) => {
    desk.onChange(() => {
      if (desk.dialogs.length > 0) resolve();
    });
  });
  const asking = desk.call('sure');
  await shown;
  expect((await desk.call('absent')).outcome).toBe('failed');
  press('NO');
  expect((await asking).value).toBe('NO');
});
