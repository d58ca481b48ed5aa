/** Fetches the journal of a push and hands it to the browser as a file. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PushInfo } from '../../../src/app/contract';
import { failureOf } from '../../rpc/failure';
import { journalCsv, journalFileName } from '../../state/journal-csv';
import type { Session } from '../../state/session';

type Fetching = { readonly is: 'no' | 'busy' } | { readonly is: 'there'; readonly url: string };

/** Without it Excel takes the file for one of its old encodings. https://www.unicode.org/faq/utf_bom.html */
const BYTE_ORDER_MARK = '\ufeff';

export function JournalDownload({ push, session }: { push: PushInfo; session: Session }): JSX.Element {
  const [fetching, setFetching] = useState<Fetching>({ is: 'no' });
  const [problem, setProblem] = useState('');
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (fetching.is !== 'there') return undefined;
    link.current?.click();
    link.current?.focus();
    return () => URL.revokeObjectURL(fetching.url);
  }, [fetching]);
  const fetch = (): void => {
    if (fetching.is === 'busy') return;
    setFetching({ is: 'busy' });
    setProblem('');
    session.journal(push.plan).then(
      (entries) => {
        const file = new Blob([BYTE_ORDER_MARK, journalCsv(entries)], { type: 'text/csv;charset=utf-8' });
        setFetching({ is: 'there', url: URL.createObjectURL(file) });
      },
      (thrown: unknown) => {
        const { what, next } = failureOf(thrown);
        setProblem(`${what} ${next}`);
        setFetching({ is: 'no' });
      },
    );
  };
  return (
    <>
      {fetching.is === 'there' ? (
        // The browser may have asked where to, or refused: the file can be had again.
        <a ref={link} class="link" href={fetching.url} download={journalFileName(push)}>
          Save the journal file
        </a>
      ) : (
        <button type="button" class="link" aria-disabled={fetching.is === 'busy'} onClick={fetch}>
          {fetching.is === 'busy' ? 'Reading the journal …' : 'Download journal (CSV)'}
        </button>
      )}
      {problem !== '' && (
        <span class="problem" role="alert">
          {problem}
        </span>
      )}
    </>
  );
}
