/** What was uploaded from this file: the list of uploads, and the exact text of those that are kept. */
import type { UploadLine } from '../../core/log/uploads-log';
import type { Ports } from '../../ports';
import type { UploadApi, UploadEntry } from './contract';
import { textPart } from './file-parts';
import { UploadMemory } from './memory';
import { isComparable } from './start-verify';
import { uploadLines } from './uploads-log';

/** How many are told where nobody says. */
const USUAL = 20;

/** The newest first. */
export function uploads(
  ports: Ports,
  { limit = USUAL }: UploadApi['uploads']['payload'],
  memory = new UploadMemory(ports),
): readonly UploadEntry[] {
  return uploadLines(ports)
    .slice(0, limit)
    .map((line) => view(line, memory.isKept(line.upload)));
}

/** Throws UNKNOWN_UPLOAD. */
export function uploadSent(
  ports: Ports,
  { upload, part = 1 }: UploadApi['uploadSent']['payload'],
): UploadApi['uploadSent']['value'] {
  const memory = new UploadMemory(ports);
  const { files } = memory.head(upload);
  return textPart(
    files.map((file, place) => ({ ...file, text: memory.text(upload, place) })),
    part,
  );
}

function view(line: UploadLine, kept: boolean): UploadEntry {
  const { at, title: _title, users: _users, licences: _licences, ...entry } = line;
  return { ...entry, at: new Date(at).toISOString(), kept, comparable: isComparable(line.target) };
}
