/** The journal of a push as a file. */
import type { JSX } from 'preact';
import type { PushInfo } from '../../../src/app/contract';
import { journalCsv, journalFileName } from '../../state/journal-csv';
import type { Session } from '../../state/session';
import { FileDownload } from '../FileDownload';

/** Without it Excel takes the file for one of its old encodings. https://www.unicode.org/faq/utf_bom.html */
const BYTE_ORDER_MARK = '\ufeff';

export function JournalDownload({ push, session }: { push: PushInfo; session: Session }): JSX.Element {
  return (
    <FileDownload
      label="Download journal (CSV)"
      busy="Reading the journal …"
      save="Save the journal file"
      type="text/csv"
      onFetch={async () => ({
        name: journalFileName(push),
        text: BYTE_ORDER_MARK + journalCsv(await session.journal(push.plan)),
      })}
    />
  );
}
