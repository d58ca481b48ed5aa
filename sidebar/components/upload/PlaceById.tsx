/** Names a place by the id that the platform shows. */
import type { JSX } from 'preact';
import { useLayoutEffect, useId, useRef, useState } from 'preact/hooks';
import type { UploadTargetInfo } from '../../../src/app/upload/contract';
import type { UploadPlace } from '../../../src/providers/uploading';
import { failureOf, type Failure } from '../../rpc/failure';
import type { Session } from '../../state/session';
import { FailureNotice } from '../FailureNotice';

interface Props {
  target: UploadTargetInfo;
  wanted: NonNullable<UploadTargetInfo['place']>;
  /** What it is called in this file. */
  title: string;
  session: Session;
  onDone: (place: UploadPlace) => void;
  onLeave: () => void;
}

/** Stands in a form of its own screen, so it is no form itself. */
export function PlaceById({ target, wanted, title, session, onDone, onLeave }: Props): JSX.Element {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  // Before the next key is pressed: the input is there to be typed into.
  useLayoutEffect(() => input.current?.focus(), []);
  const save = (): void => {
    if (busy || typed.trim() === '') return;
    setBusy(true);
    setFailure(null);
    session.uploads
      .place({ target: target.target, place: typed.trim(), title })
      .then(onDone, (thrown: unknown) => {
        setFailure(failureOf(thrown));
        setBusy(false);
        input.current?.select();
      });
  };
  return (
    <div class="question" role="group" aria-label={`ID of the ${wanted.singular}`}>
      <label for={id}>ID of the {wanted.singular}</label>
      <input
        ref={input}
        id={id}
        type="text"
        class="box"
        value={typed}
        autocomplete="off"
        spellcheck={false}
        aria-describedby={`${id}-help`}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !busy) onLeave();
          if (event.key !== 'Enter') return;
          event.preventDefault();
          save();
        }}
      />
      <p class="hint" id={`${id}-help`}>
        {wanted.help}
      </p>
      {failure && <FailureNotice failure={failure} onRekey={() => session.rekey(target.provider)} />}
      <p class="actions">
        <button type="button" class="button small" onClick={onLeave}>
          Not now
        </button>
        <button
          type="button"
          class="button small primary"
          aria-disabled={busy || typed.trim() === ''}
          onClick={save}
        >
          {busy ? 'Keeping it …' : 'Use it'}
        </button>
      </p>
    </div>
  );
}
