/** The exact text that an upload would send. */
import type { Ports } from '../../ports';
import type { UploadApi, UploadFileInfo } from './contract';
import { textPart } from './file-parts';
import { blocking, problemsOf } from './hindrances';
import { packageOf } from './packaging';

/** Throws UPLOAD_PROBLEMS where there is nothing to send, and what packageOf throws. */
export function uploadFile(
  ports: Ports,
  { part, ...request }: UploadApi['uploadFile']['payload'],
): UploadFileInfo {
  const { pack, tab } = packageOf(ports, request);
  if (pack.files.length === 0) throw problemsOf(tab.name, blocking(pack, {}));
  return textPart(pack.files, part);
}
