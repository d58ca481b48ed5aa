/** The exact text that an upload would send. */
import { AppError } from '../../core/errors';
import type { Ports } from '../../ports';
import type { UploadApi, UploadFileInfo } from './contract';
import { textPart } from './file-parts';
import { blocking, problemsOf } from './hindrances';
import { packageOf } from './packaging';

/** Throws UPLOAD_PROBLEMS where there is nothing to send, UPLOAD_CHANGED where it is not what the given seal is of, and what packageOf throws. */
export function uploadFile(
  ports: Ports,
  { part, ...request }: UploadApi['uploadFile']['payload'],
): UploadFileInfo {
  const { pack, tab, seal, options } = packageOf(ports, request);
  // Parts of two versions would make a file that nobody ever saw.
  if (options.seal !== undefined && options.seal !== seal) {
    throw new AppError('UPLOAD_CHANGED', { tab: tab.name }, { tab: tab.name });
  }
  if (pack.files.length === 0) throw problemsOf(tab.name, blocking(pack, {}));
  return textPart(pack.files, part);
}
