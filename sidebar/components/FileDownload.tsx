/** Fetches a text and hands it to the browser as a file. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { failureOf } from '../rpc/failure';

interface Props {
  /** On the button, while the text is fetched, and on the link to the file. */
  label: string;
  busy: string;
  save: string;
  /** Follows the label for those who do not see where the button stands. */
  about?: string;
  /** Media type, unless the file has one of its own: “text/csv”. */
  type: string;
  /** Rejects with RpcFailure. */
  onFetch: () => Promise<{ readonly name: string; readonly text: string; readonly type?: string }>;
}

type Fetching =
  { readonly is: 'no' | 'busy' } | { readonly is: 'there'; readonly url: string; readonly name: string };

export function FileDownload({ label, busy, save, about, type, onFetch }: Props): JSX.Element {
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
    onFetch().then(
      ({ name, text, type: own = type }) => {
        const file = new Blob([text], { type: `${own};charset=utf-8` });
        setFetching({ is: 'there', url: URL.createObjectURL(file), name });
      },
      (thrown: unknown) => {
        const { what, next } = failureOf(thrown);
        setProblem(`${what} ${next}`);
        setFetching({ is: 'no' });
      },
    );
  };
  const named = (words: string): string => (about === undefined ? words : `${words}: ${about}`);
  return (
    <>
      {fetching.is === 'there' ? (
        // The browser may have asked where to, or refused: the file can be had again.
        <a ref={link} class="link" href={fetching.url} download={fetching.name} aria-label={named(save)}>
          {save}
        </a>
      ) : (
        <button
          type="button"
          class="link"
          aria-disabled={fetching.is === 'busy'}
          aria-label={fetching.is === 'busy' ? busy : named(label)}
          onClick={fetch}
        >
          {fetching.is === 'busy' ? busy : label}
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
