/** The screen that compares what the platform has by now with what was sent. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { StatusValue } from '../../../src/app/contract';
import type { UploadPlace } from '../../../src/providers/uploading';
import { failureOf, type Failure } from '../../rpc/failure';
import type { Run } from '../../state/run';
import type { Screen } from '../../state/screen';
import type { Session } from '../../state/session';
import { platformOf } from '../../state/upload-pick';
import { FailureNotice } from '../FailureNotice';
import { RunView } from '../RunView';
import { ScreenHead } from '../ScreenHead';
import { PlaceApp } from './PlaceApp';

interface Props {
  subject: Extract<Screen, { name: 'verify' }>;
  status: StatusValue;
  runs: readonly Run[];
  session: Session;
}

export function VerifyScreen({ subject, status, runs, session }: Props): JSX.Element {
  const { upload, tab, target } = subject;
  const { provider, title = 'The platform' } = platformOf(status, target) ?? {};
  const [job, setJob] = useState(
    () => runs.find((run) => run.upload?.compares === upload && run.phase !== 'ended')?.id,
  );
  const [failure, setFailure] = useState<Failure | null>(null);
  const [place, setPlace] = useState<UploadPlace | null>(null);
  const start = (): void => {
    if (!provider) return;
    setFailure(null);
    session.uploads
      .verify(upload, { provider, tab, target, compares: upload })
      .then(setJob, (thrown: unknown) => setFailure(failureOf(thrown)));
  };
  useEffect(() => {
    if (job === undefined) start();
  }, []);
  const run = runs.find(({ id }) => id === job);
  const gone = job !== undefined && !run;
  const close = (): void => {
    if (run?.phase === 'ended') session.dismiss(run.id);
    session.close();
  };
  useEffect(() => {
    if (gone) session.close();
  }, [gone]);
  const over = run?.phase === 'ended';
  // The list of places is where the app of one is remembered; the tab remembers which of them it went to.
  const nameless = failure?.code === 'PLACE_WITHOUT_APP';
  useEffect(() => {
    if (!nameless) return;
    Promise.all([session.uploads.mapping({ tab, target }), session.uploads.places(target)]).then(
      ([{ options }, { places }]) => {
        const { place } = options;
        if (place !== undefined)
          setPlace(places.find((one) => one.place === place) ?? { place, title: place });
      },
      (thrown: unknown) => setFailure(failureOf(thrown)),
    );
  }, [nameless]);
  return (
    <>
      <ScreenHead title={`What arrived of ${tab}`} onBack={close} />
      {failure && (
        <FailureNotice
          failure={failure}
          onRetry={nameless ? undefined : start}
          {...(provider ? { onRekey: () => session.rekey(provider) } : {})}
        />
      )}
      {nameless && provider && place && (
        <PlaceApp
          target={target}
          provider={provider}
          platform={title}
          place={place}
          session={session}
          onDone={start}
          onLeave={close}
        />
      )}
      {!run && !failure && (
        <p class="hint" role="status">
          Beginning to compare …
        </p>
      )}
      {run && <RunView run={run} session={session} />}
      {over && (
        <p class="actions">
          <button type="button" class="button" onClick={start}>
            Compare again
          </button>
        </p>
      )}
    </>
  );
}
