/** One upload from its choices over the check to its end, one step at a time. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { StatusValue } from '../../../src/app/contract';
import type { UploadTabInfo, UploadTargetInfo } from '../../../src/app/upload/contract';
import { isUnderWay, runFailure, type Run } from '../../state/run';
import type { SentUpload } from '../../state/screen';
import type { Session } from '../../state/session';
import { gapsOf, hasGaps, orderOf, withOptions, type UploadDraft } from '../../state/upload-draft';
import { companionsOf } from '../../state/upload-pick';
import { FailureNotice } from '../FailureNotice';
import { RunView } from '../RunView';
import { ScreenHead } from '../ScreenHead';
import { CheckResult } from './CheckResult';
import { OpenSync } from './OpenSync';
import { UploadSetup } from './UploadSetup';
import { usePlaces } from './usePlaces';
import { useUpload } from './useUpload';

interface Props {
  tab: string;
  target: UploadTargetInfo;
  lists: { readonly tabs: readonly UploadTabInfo[]; readonly targets: readonly UploadTargetInfo[] };
  /** Goes on to the check at once where nothing is missing. */
  checks: boolean;
  /** What was sent from this screen. */
  sent: SentUpload | undefined;
  status: StatusValue;
  runs: readonly Run[];
  session: Session;
  /** Another tab, or another target. */
  onOther: () => void;
}

export function UploadWork(props: Props): JSX.Element {
  const { tab, target, lists, checks, sent, status, runs, session, onOther } = props;
  const pick = { tab, target: target.target };
  const upload = useUpload(pick, session);
  const places = usePlaces(target, session);
  const { asking, info, draft, checked, failure } = upload;
  const [found, setFound] = useState(() => runs.find((run) => isSending(run, tab, target))?.id);
  const job = sent?.job ?? found;
  const needs = companionsOf(target, lists.targets);
  const platform = status.providers.find(({ provider }) => provider === target.provider)?.title ?? '';

  // The only place that there is need not be chosen; what is to be checked at once waits until that is known.
  const started = useRef(false);
  const only = places.known?.places.length === 1 ? places.known.places[0]?.place : undefined;
  const placesKnown = target.place === undefined || places.known !== null || places.failure !== null;
  useEffect(() => {
    if (!info || !placesKnown || job !== undefined || started.current) return;
    started.current = true;
    const first: UploadDraft =
      draft.options.place === undefined && only !== undefined ? withOptions(draft, { place: only }) : draft;
    if (checks && !hasGaps(gapsOf(target, info, first, needs))) upload.check(first);
    else if (first !== draft) upload.change(first);
  }, [info, placesKnown]);

  const run = runs.find(({ id }) => id === job);
  const gone = job !== undefined && !run;
  useEffect(() => {
    if (gone) session.close();
  }, [gone]);

  const send = async (options: Partial<UploadDraft['options']>): Promise<void> => {
    const order = sent?.order ?? orderOf(pick, draft);
    const whole = { ...order, options: { ...order.options, ...options } };
    session.showSent({
      job: await session.uploads.send(whole, { provider: target.provider, ...pick }),
      order: whole,
    });
  };
  const rekey = (): void => session.rekey(target.provider);
  const again = (): void => {
    setFound(undefined);
    session.showSent(null);
    upload.check();
  };
  const back = (): void => {
    if (checked || asking === 'check') return upload.change(draft);
    upload.keep();
    session.close();
  };
  const step = job ?? (checked || asking === 'check' ? 'check' : 'choices');
  return (
    <>
      <ScreenHead
        // What was pressed is gone: the focus begins anew.
        key={step}
        title={step === 'check' ? `${tab}: the check` : `Upload ${tab}`}
        onBack={job === undefined ? back : () => session.close()}
      />
      {run ? (
        <>
          <RunView run={run} session={session} />
          {run.phase === 'ended' && run.info?.state !== 'done' && (
            <AfterTrouble run={run} onAgain={again} onSync={(openSync) => send({ openSync })} />
          )}
        </>
      ) : (
        <>
          {asking === 'mapping' && (
            <p class="hint" role="status">
              Reading the columns of “{tab}” …
            </p>
          )}
          {asking === 'check' && (
            <>
              <p class="hint" role="status">
                Checking every row of “{tab}”; nothing is sent …
              </p>
              <progress aria-label="Checking" />
            </>
          )}
          {failure && (
            <FailureNotice
              failure={failure}
              onRetry={info ? () => upload.check() : () => upload.read()}
              onRekey={rekey}
            />
          )}
          {info && checked && (
            <CheckResult
              checked={checked}
              draft={draft}
              target={target}
              targets={lists.targets}
              platform={platform}
              title={target.templates.find((one) => one.template === info.template)?.app ?? tab}
              places={places}
              session={session}
              onCheck={upload.check}
              onSend={send}
              onRekey={rekey}
            />
          )}
          {info && !checked && asking === null && (
            <UploadSetup
              key={info.template}
              info={info}
              draft={draft}
              target={target}
              needs={needs}
              lists={lists}
              platform={platform}
              places={places}
              upload={upload}
              session={session}
              checks={checks}
              onOther={onOther}
            />
          )}
        </>
      )}
    </>
  );
}

function isSending(run: Run, tab: string, { target }: UploadTargetInfo): boolean {
  const { upload } = run;
  return isUnderWay(run) && upload?.tab === tab && upload.target === target && upload.compares === undefined;
}

interface AfterTroubleProps {
  run: Run;
  onAgain: () => void;
  onSync: (openSync: 'resume' | 'abort') => Promise<void>;
}

/** An upload that did not come to its end is checked again, or goes on where another sync stands open. */
function AfterTrouble({ run, onAgain, onSync }: AfterTroubleProps): JSX.Element {
  if (runFailure(run)?.code === 'SYNC_OPEN') return <OpenSync onChoose={onSync} />;
  return (
    <p class="actions">
      <button type="button" class="button" onClick={onAgain}>
        Check again
      </button>
    </p>
  );
}
