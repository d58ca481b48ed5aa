/** What failed, where, what to do next, and the button that does it. */
import type { JSX } from 'preact';
import type { Failure } from '../rpc/failure';
import { refusedPart } from '../state/refusal';
import { placeWords } from '../words/place';
import { Notice, type Tone } from './Notice';

interface Props {
  failure: Failure;
  onRetry?: (() => void) | undefined;
  /** What trying again is called here. */
  retry?: string;
  onRekey?: (() => void) | undefined;
  /** Leads back to the fields and filters that were refused. */
  onChoose?: (() => void) | undefined;
  /** Makes the preview again that does not hold any more. */
  onPreview?: (() => void) | undefined;
}

const ABOUT_THE_KEY: readonly Failure['code'][] = [
  'NOT_CONNECTED',
  'KEY_MISSING',
  'KEY_REFUSED',
  'KEY_LACKS_RIGHTS',
  'KEY_CANNOT_WRITE',
];

/** Whether a plan was refused that a new preview mends. */
export function isAboutThePlan({ code }: Failure): boolean {
  return code === 'PLAN_OUTDATED' || code === 'UNKNOWN_PLAN';
}

/** Somebody is at it: no failure, and nothing to mend. */
function isUnderWayElsewhere({ code }: Failure): boolean {
  return code === 'BUSY' || code === 'PUSH_UNDER_WAY';
}

function toneOf(failure: Failure): Tone {
  if (isUnderWayElsewhere(failure)) return 'info';
  return failure.retry === 'later' || failure.code === 'OFFLINE' ? 'warning' : 'bad';
}

export function FailureNotice(props: Props): JSX.Element {
  const { failure, onRetry, onRekey, onChoose, onPreview, retry } = props;
  const place = placeWords(failure.where);
  const rekey = onRekey && ABOUT_THE_KEY.includes(failure.code);
  const choose = onChoose && refusedPart(failure) !== undefined;
  const preview = onPreview && isAboutThePlan(failure);
  const retries = onRetry && !rekey && !choose && !preview && failure.retry !== 'no';
  return (
    <Notice tone={toneOf(failure)} alert>
      <p class="what">{failure.what}</p>
      {place && <p class="where">{place}</p>}
      <p>{failure.next}</p>
      {(retries || rekey || choose || preview) && (
        <p class="actions">
          {retries && (
            <button type="button" class="button small" onClick={onRetry}>
              {retry ?? (isUnderWayElsewhere(failure) ? 'Check again' : 'Try again')}
            </button>
          )}
          {rekey && (
            <button type="button" class="button small" onClick={onRekey}>
              Enter another key
            </button>
          )}
          {choose && (
            <button type="button" class="button small" onClick={onChoose}>
              Fields and filters
            </button>
          )}
          {preview && (
            <button type="button" class="button small" onClick={onPreview}>
              Preview again
            </button>
          )}
        </p>
      )}
    </Notice>
  );
}
