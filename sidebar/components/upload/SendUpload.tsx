/** Sends what a check has shown, after its question is answered; says why where it cannot be sent. */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { UploadCheckInfo } from '../../../src/app/upload/contract';
import { failureOf, type Failure } from '../../rpc/failure';
import type { UploadDraft } from '../../state/upload-draft';
import { badRows } from '../../state/upload-problems';
import { leaveOutWords } from '../../words/upload';
import { FailureNotice } from '../FailureNotice';
import { OpenSync } from './OpenSync';

interface Props {
  checked: UploadCheckInfo;
  /** Whether rows with errors are left out. */
  leftOut: boolean;
  platform: string;
  onLeaveOut: (leaveOut: boolean) => void;
  /** Rejects with RpcFailure. */
  onSend: (options: Partial<UploadDraft['options']>) => Promise<void>;
  /** Checks anew. */
  onAgain: () => void;
  onRekey: () => void;
}

/** Failures that another check mends, or shows the reason of. */
const STALE: readonly Failure['code'][] = [
  'UPLOAD_CHANGED',
  'UPLOAD_PROBLEMS',
  'UNKNOWN_COLUMN',
  'CONFIRM_FIRST',
  'NO_PLACE',
];

export function SendUpload(props: Props): JSX.Element {
  const { checked, leftOut, platform, onLeaveOut, onSend, onAgain, onRekey } = props;
  const { counts, hindrances, question, seal, problems } = checked;
  const [agreed, agree] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const id = useId();
  const bad = badRows(problems);
  const waits = question !== undefined && !agreed;
  const able = hindrances.length === 0 && !waits && !busy;
  const send = async (options: Partial<UploadDraft['options']> = {}): Promise<void> =>
    onSend({ seal, ...(question === undefined ? {} : { confirmed: agreed }), ...options });
  const go = (): void => {
    if (!able) return;
    setBusy(true);
    setFailure(null);
    send().catch((thrown: unknown) => {
      setFailure(failureOf(thrown));
      setBusy(false);
    });
  };
  const reasons = [
    ...hindrances,
    ...(waits && hindrances.length === 0 ? ['Answer the question first.'] : []),
  ];
  const open = failure?.code === 'SYNC_OPEN';
  const stale = failure !== null && STALE.includes(failure.code);
  return (
    <div class="save-bar">
      {failure && (
        <FailureNotice
          failure={failure}
          onRekey={onRekey}
          {...(open ? {} : { onRetry: stale ? onAgain : go })}
          {...(stale ? { retry: 'Check again' } : {})}
        />
      )}
      {open ? (
        <OpenSync onChoose={(openSync) => send({ openSync })} />
      ) : (
        <>
          {question !== undefined && (
            <div class="upload-question">
              <p>{question}</p>
              <label class="choice">
                <input
                  type="checkbox"
                  checked={agreed}
                  onChange={(event) => agree(event.currentTarget.checked)}
                />
                Yes, send it all the same
              </label>
            </div>
          )}
          {reasons.length > 0 && (
            <ul id={id} class="hindrances">
              {reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          )}
          <p class="actions">
            <button
              type="button"
              class="button primary"
              aria-disabled={!able}
              {...(reasons.length > 0 ? { 'aria-describedby': id } : {})}
              onClick={go}
            >
              {busy ? 'Sending …' : `Send to ${platform}`}
            </button>
            {(leftOut ? counts.leftOut > 0 : bad > 0) && (
              <button type="button" class="button" onClick={() => onLeaveOut(!leftOut)}>
                {leaveOutWords(leftOut, bad, problems.length < counts.errors)}
              </button>
            )}
          </p>
        </>
      )}
    </div>
  );
}
