/** What is sent, or was, put together from the parts in which the server hands it over. */
import type { UploadFileInfo } from '../../src/app/upload/contract';

export interface WholeFile {
  readonly name: string;
  /** Media type: “application/json”. */
  readonly type: string;
  readonly text: string;
}

/**
 * A file as it is sent. Of several pages of a list, one object with each page by its name, its text unchanged.
 * @param part fetches one part, from 1
 */
export async function wholeFile(part: (part: number) => Promise<UploadFileInfo>): Promise<WholeFile> {
  const first = await part(1);
  const parts = [first];
  for (let next = 2; next <= first.parts; next += 1) parts.push(await part(next));
  const texts = new Map<string, string>();
  for (const { name, text } of parts) texts.set(name, (texts.get(name) ?? '') + text);
  if (texts.size === 1) {
    return { name: first.name, type: first.contentType, text: texts.get(first.name) ?? '' };
  }
  const pages = [...texts].map(([name, text]) => `${JSON.stringify(name)}: ${text}`);
  return { name: 'upload.json', type: 'application/json', text: `{\n${pages.join(',\n')}\n}\n` };
}
