/** Says which app a place belongs to: only then can its users be compared with what was sent. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ProviderName } from '../../../src/providers/definition';
import type { UploadPlace } from '../../../src/providers/uploading';
import { failureOf, type Failure } from '../../rpc/failure';
import type { Session } from '../../state/session';
import { FailureNotice } from '../FailureNotice';
import { AppChoice, type AppPick } from './AppChoice';

interface Props {
  target: string;
  provider: ProviderName;
  platform: string;
  place: Pick<UploadPlace, 'place' | 'title'>;
  session: Session;
  onDone: (place: UploadPlace) => void;
  onLeave: () => void;
}

export function PlaceApp({
  target,
  provider,
  platform,
  place,
  session,
  onDone,
  onLeave,
}: Props): JSX.Element {
  const [pick, choose] = useState<AppPick | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const rekey = (): void => session.rekey(provider);
  const app = pick?.app;
  const save = (): void => {
    if (busy || app === undefined) return;
    setBusy(true);
    setFailure(null);
    session.uploads
      .place({ target, place: place.place, title: place.title, app })
      .then(onDone, (thrown: unknown) => {
        setFailure(failureOf(thrown));
        setBusy(false);
      });
  };
  return (
    <div class="question" role="group" aria-label={`The app of ${place.title}`}>
      <AppChoice
        target={target}
        label={`Which app of ${platform} is it for?`}
        title={place.title === place.place ? '' : place.title}
        makesApps={false}
        focused
        platform={platform}
        chosen={pick}
        session={session}
        onChoose={choose}
        onRekey={rekey}
        onLeave={onLeave}
      />
      {failure && <FailureNotice failure={failure} onRekey={rekey} />}
      <p class="actions">
        <button type="button" class="button small" onClick={onLeave}>
          Not now
        </button>
        <button
          type="button"
          class="button small primary"
          aria-disabled={busy || app === undefined}
          onClick={save}
        >
          {busy ? 'Keeping it …' : 'That is it'}
        </button>
      </p>
    </div>
  );
}
