/** Dialogs, the sidebar and toasts on their way to the page, and answers on their way back. */
import { DeskScreen } from '../../../local/desk/screen';
import { ScreenFeed } from '../../../local/workbench/screen-feed';

function stage(): { screen: DeskScreen; feed: ScreenFeed } {
  const screen = new DeskScreen(() => undefined);
  return { screen, feed: new ScreenFeed(screen) };
}

test('a question waits until the person answers', async () => {
  const { screen, feed } = stage();
  const asked = screen.ask({ kind: 'prompt', title: 'Name', text: 'Which?', buttons: ['OK', 'CANCEL'] });
  const [question] = feed.questions;
  expect(question).toMatchObject({ kind: 'prompt', text: 'Which?', buttons: ['OK', 'CANCEL'] });
  feed.answer(question?.id ?? 0, { button: 'OK', text: 'Apps' });
  await expect(asked).resolves.toEqual({ button: 'OK', text: 'Apps' });
  expect(feed.questions).toEqual([]);
  expect(() => feed.answer(question?.id ?? 0, { button: 'OK', text: '' })).toThrow('answered already');
});

test('several questions can be open, and closing the workbench closes them', async () => {
  const { screen, feed } = stage();
  const asked = [1, 2].map((n) => screen.ask({ kind: 'alert', title: '', text: String(n) }));
  expect(feed.questions.map(({ text }) => text)).toEqual(['1', '2']);
  feed.close();
  await expect(Promise.all(asked)).resolves.toEqual([
    { button: 'CLOSE', text: '' },
    { button: 'CLOSE', text: '' },
  ]);
});

// One sidebar or dialog at a time: https://developers.google.com/workspace/add-ons/how-tos/dialogs
test('of sidebars and dialogs the last one is on screen, until it is closed', () => {
  const { screen, feed } = stage();
  screen.show({ kind: 'sidebar', title: 'One', text: '<p>1', width: 300 });
  screen.show({ kind: 'modal', title: 'Box', text: '<p>b', width: 200, height: 100 });
  screen.show({ kind: 'sidebar', title: 'Two', text: '<p>2', width: 300 });
  expect(feed.frames.map(({ title, kind }) => [kind, title])).toEqual([
    ['modal', 'Box'],
    ['sidebar', 'Two'],
  ]);
  const [box] = feed.frames;
  expect(box).toMatchObject({ width: 200, height: 100, html: '<p>b' });
  feed.closeFrame(box?.id ?? -1);
  expect(feed.frames.map(({ title }) => title)).toEqual(['Two']);
});

test('a sidebar is 300 pixels wide, whatever the script says', () => {
  const { screen, feed } = stage();
  screen.show({ kind: 'sidebar', title: 'One', text: '', width: 500 });
  expect(feed.frames[0]?.width).toBe(300);
});

test('toasts keep their number while newer ones come', () => {
  const { screen, feed } = stage();
  for (let n = 0; n < 7; n += 1) screen.toast(`message ${n}`, '');
  expect(feed.toasts.map(({ id }) => id)).toEqual([2, 3, 4, 5, 6]);
});
