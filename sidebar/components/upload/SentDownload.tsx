/** What an upload sent, as a file. */
import type { JSX } from 'preact';
import type { Session } from '../../state/session';
import { FileDownload } from '../FileDownload';

interface Props {
  upload: string;
  /** Tells it from others in a list. */
  about?: string;
  session: Session;
}

export function SentDownload({ upload, about, session }: Props): JSX.Element {
  return (
    <FileDownload
      label="Download what was sent"
      busy="Fetching what was sent …"
      save="Save what was sent"
      type="application/json"
      onFetch={() => session.uploads.sent(upload)}
      {...(about === undefined ? {} : { about })}
    />
  );
}
