/** An upload while it is prepared: how the tab is read, what is chosen, and what the check says. */
import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { UploadCheckInfo, UploadMappingInfo } from '../../../src/app/upload/contract';
import { failureOf, type Failure } from '../../rpc/failure';
import type { Session } from '../../state/session';
import { draftOf, orderOf, type UploadDraft, type UploadPick } from '../../state/upload-draft';

interface Known {
  readonly asking: 'mapping' | 'check' | null;
  readonly info: UploadMappingInfo | null;
  readonly draft: UploadDraft;
  /** Whether the draft was changed by hand. */
  readonly dirty: boolean;
  /** What the check said of the draft as it is; null where it was changed since, or never checked. */
  readonly checked: UploadCheckInfo | null;
  readonly failure: Failure | null;
}

type Event =
  | { readonly type: 'ask'; readonly asking: 'mapping' | 'check' }
  | { readonly type: 'mapping'; readonly info: UploadMappingInfo }
  | { readonly type: 'words'; readonly words: UploadMappingInfo['words'] }
  | { readonly type: 'change'; readonly draft: UploadDraft }
  | { readonly type: 'checked'; readonly checked: UploadCheckInfo }
  | { readonly type: 'failed'; readonly failure: Failure };

export interface UploadState extends Known {
  /** Reads the tab, as a template says where one is given, else as it is remembered. */
  readonly read: (template?: string) => void;
  /** With `mapped`, also asks which words are in the columns that fill fields now. */
  readonly change: (draft: UploadDraft, mapped?: boolean) => void;
  /** Checks every row of a draft, which holds from now on; absent: of the one there is. */
  readonly check: (draft?: UploadDraft) => void;
  /** Keeps what was chosen with the tab, without waiting. */
  readonly keep: () => void;
}

const NOTHING: Known = {
  asking: 'mapping',
  info: null,
  draft: { mapping: {}, options: {} },
  dirty: false,
  checked: null,
  failure: null,
};

export function useUpload(pick: UploadPick, session: Session): UploadState {
  const [known, dispatch] = useReducer(after, NOTHING);
  const latest = useRef(0);
  const { uploads } = session;
  /** What comes of an earlier question does not count any more. */
  const say = <Value>(asked: Promise<Value>, event: (value: Value) => Event): void => {
    const turn = (latest.current += 1);
    const tell = (told: Event): void => {
      if (turn === latest.current) dispatch(told);
    };
    asked.then(
      (value) => tell(event(value)),
      (thrown: unknown) => tell({ type: 'failed', failure: failureOf(thrown) }),
    );
  };
  const read = (template?: string): void => {
    dispatch({ type: 'ask', asking: 'mapping' });
    say(uploads.mapping(pick, template), (info) => ({ type: 'mapping', info }));
  };
  const change = (draft: UploadDraft, mapped = false): void => {
    dispatch({ type: 'change', draft });
    if (mapped) {
      say(uploads.remember(orderOf(pick, draft)), ({ words }) => ({ type: 'words', words }));
    }
  };
  const check = (draft: UploadDraft = known.draft): void => {
    if (draft !== known.draft) dispatch({ type: 'change', draft });
    dispatch({ type: 'ask', asking: 'check' });
    say(uploads.check(orderOf(pick, draft)), (checked) => ({ type: 'checked', checked }));
  };
  const keep = (): void => {
    if (known.dirty) uploads.remember(orderOf(pick, known.draft)).catch(() => undefined);
  };
  useEffect(() => {
    read();
    return () => {
      latest.current += 1;
    };
  }, []);
  return { ...known, read, change, check, keep };
}

function after(known: Known, event: Event): Known {
  switch (event.type) {
    case 'ask':
      return { ...known, asking: event.asking, failure: null };
    case 'mapping': {
      const { info } = event;
      return { ...known, asking: null, info, draft: draftOf(info), dirty: false, checked: null };
    }
    case 'words':
      return known.info ? { ...known, info: { ...known.info, words: event.words } } : known;
    case 'change':
      return { ...known, draft: event.draft, dirty: true, checked: null, failure: null };
    case 'checked':
      return { ...known, asking: null, checked: event.checked };
    case 'failed':
      return { ...known, asking: null, failure: event.failure };
  }
}
