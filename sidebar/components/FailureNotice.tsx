/** What failed, where, what to do next, and the button that does it. */
import type { JSX } from 'preact';
import type { Failure } from '../rpc/failure';
import { refusedPart } from '../state/refusal';
import { placeWords } from '../words/place';
import { Notice, type Tone } from './Notice';

interface Props {
  failure: Failure;
  onRetry?: (() => void) | undefined;
  onRekey?: (() => void) | undefined;
  /** Leads back to the fields and filters that were refused. */
  onChoose?: (() => void) | undefined;
}

const ABOUT_THE_KEY: readonly Failure['code'][] = [
  'NOT_CONNECTED',
  'KEY_MISSING',
  'KEY_REFUSED',
  'KEY_LACKS_RIGHTS',
];

function toneOf(failure: Failure): Tone {
  if (failure.code === 'BUSY') return 'info';
  return failure.retry === 'later' || failure.code === 'OFFLINE' ? 'warning' : 'bad';
}

export function FailureNotice({ failure, onRetry, onRekey, onChoose }: Props): JSX.Element {
  const place = placeWords(failure.where);
  const rekey = onRekey && ABOUT_THE_KEY.includes(failure.code);
  const choose = onChoose && refusedPart(failure) !== undefined;
  const retry = onRetry && !rekey && !choose && failure.retry !== 'no';
  return (
    <Notice tone={toneOf(failure)} alert>
      <p class="what">{failure.what}</p>
      {place && <p class="where">{place}</p>}
      <p>{failure.next}</p>
      {(retry || rekey || choose) && (
        <p class="actions">
          {retry && (
            <button type="button" class="button small" onClick={onRetry}>
              {failure.code === 'BUSY' ? 'Check again' : 'Try again'}
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
        </p>
      )}
    </Notice>
  );
}
