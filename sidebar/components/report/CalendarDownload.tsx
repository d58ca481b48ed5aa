/** The dates of a tab of renewals as a file for one's calendar. */
import type { JSX } from 'preact';
import type { Session } from '../../state/session';
import { FileDownload } from '../FileDownload';

export function CalendarDownload({ tab, session }: { tab: string; session: Session }): JSX.Element {
  return (
    <FileDownload
      label="Download calendar (.ics)"
      busy="Reading the dates …"
      save="Save the calendar file"
      about={tab}
      type="text/calendar"
      onFetch={() => session.calendar(tab)}
    />
  );
}
