/** The Packing port over Utilities: gzip, as base64. */
import type { Packing } from '../ports/packing';

const GZIP = 'application/x-gzip';

/** Any gzip begins like this. https://www.rfc-editor.org/rfc/rfc1952#section-2.3.1 */
const BEGINNING = 'H4sI';

export const gzipPacking: Packing = {
  pack: (text) => Utilities.base64Encode(Utilities.gzip(Utilities.newBlob(text)).getBytes()),
  unpack(packed) {
    if (!packed.startsWith(BEGINNING)) return null;
    try {
      const blob = Utilities.newBlob(Utilities.base64Decode(packed), GZIP);
      return Utilities.ungzip(blob).getDataAsString();
    } catch (thrown) {
      // A cell that somebody changed; nothing else makes these fail.
      if (thrown instanceof Error) return null;
      throw thrown;
    }
  },
};
