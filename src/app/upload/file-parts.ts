/** The texts of an upload's files, in parts that a sidebar can take. */
import { AppError } from '../../core/errors';
import type { UploadFile } from '../../core/upload/package';
import type { UploadFileInfo } from './contract';

/** Characters of one part. */
const PART = 1_000_000;

/** `part`: from 1, over all files. Throws BAD_REQUEST where there is no such part. */
export function textPart(
  files: readonly Pick<UploadFile, 'name' | 'contentType' | 'text'>[],
  part = 1,
): UploadFileInfo {
  const parts = files.flatMap(({ name, contentType, text }) =>
    startsOf(text).map((start, at, starts) => ({
      name,
      contentType,
      text: text.slice(start, starts[at + 1] ?? text.length),
    })),
  );
  const found = parts[part - 1];
  if (!found) throw new AppError('BAD_REQUEST', { problem: `there is no part ${part} of ${parts.length}` });
  return { ...found, part, parts: parts.length };
}

/** Half of a surrogate pair would not survive the way to the sidebar. */
function startsOf(text: string): readonly number[] {
  const starts = [0];
  for (let start = PART; start < text.length; start += PART) {
    if (/[\ud800-\udbff]/.test(text.charAt(start - 1))) start -= 1;
    starts.push(start);
  }
  return starts;
}
