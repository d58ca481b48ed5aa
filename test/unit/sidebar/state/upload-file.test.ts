/** Files that come in parts. */
import type { UploadFileInfo } from '../../../../src/app/contract';
import { wholeFile } from '../../../../sidebar/state/upload-file';

function parts(...texts: readonly (readonly [name: string, text: string])[]) {
  const asked: number[] = [];
  const fetch = async (part: number): Promise<UploadFileInfo> => {
    asked.push(part);
    const [name, text] = texts[part - 1] ?? ['', ''];
    return { name, contentType: 'text/csv', text, part, parts: texts.length };
  };
  return { asked, fetch };
}

test('parts of one file are put together in order', async () => {
  const { asked, fetch } = parts(['costs.csv', 'Date,'], ['costs.csv', 'Amount'], ['costs.csv', '\n']);
  expect(await wholeFile(fetch)).toEqual({ name: 'costs.csv', type: 'text/csv', text: 'Date,Amount\n' });
  expect(asked).toEqual([1, 2, 3]);
});

test('several pages become one file in which each is as it was', async () => {
  const { fetch } = parts(['users-1', '[{"a":'], ['users-1', '1.0}]'], ['groups "x"', '[]']);
  const { name, type, text } = await wholeFile(fetch);
  expect({ name, type }).toEqual({ name: 'upload.json', type: 'application/json' });
  expect(text).toContain('"users-1": [{"a":1.0}]');
  expect(JSON.parse(text)).toEqual({ 'users-1': [{ a: 1 }], 'groups "x"': [] });
});
