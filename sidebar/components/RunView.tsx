/** One run: in line, under way here or elsewhere, or what came of it. */
import type { JSX } from 'preact';
import type { TabInfo } from '../../src/app/contract';
import type { Session } from '../state/session';
import { runFailure, runTitle, type PullOrder, type Run } from '../state/run';
import { stoppedWords } from '../words/job';
import { Elsewhere } from './Elsewhere';
import { FailureNotice } from './FailureNotice';
import { Notice } from './Notice';
import { PushEnd } from './push/PushEnd';
import { ResultNotice } from './ResultNotice';
import { UnderWay } from './UnderWay';
import { ComparisonView } from './upload/ComparisonView';
import { UploadEnd } from './upload/UploadEnd';

interface Props {
  run: Run;
  session: Session;
  /** Shown where the run stands on its own, outside a card. */
  titled?: boolean;
  /** False where a button beside it gives the order again. */
  retry?: boolean;
  /** Where it is there. */
  tab?: TabInfo | undefined;
  /** Leads to the fields and filters of its tab. */
  onChoose?: (refused: PullOrder) => void;
  /** Makes a new preview of its tab. */
  onPreview?: () => void;
}

export function RunView(props: Props): JSX.Element | null {
  const { run, session, titled = false } = props;
  const title = titled && <p class="run-title">{runTitle(run)}</p>;
  if (run.phase !== 'ended') {
    return (
      <div class="run">
        {title}
        {run.phase === 'running' && <UnderWay run={run} onStop={() => session.stop(run.id)} />}
        {run.phase === 'queued' && <InLine run={run} session={session} />}
        {run.phase === 'elsewhere' && <Elsewhere run={run} />}
      </div>
    );
  }
  return (
    <div class="run">
      {title}
      <RunEnd {...props} onClose={() => session.dismiss(run.id)} />
    </div>
  );
}

function RunEnd(props: Props & { onClose: () => void }): JSX.Element | null {
  const { run, session, retry = true, tab, onChoose, onPreview, onClose } = props;
  const { order, push, upload, info } = run;
  const failure = runFailure(run);
  const provider = order?.provider ?? push?.provider ?? upload?.provider ?? tab?.provider;
  const notice = failure && (
    <FailureNotice
      failure={failure}
      onRetry={retry && order ? () => session.pull(order) : undefined}
      onChoose={onChoose && order && (() => onChoose(order))}
      onRekey={provider && (() => session.rekey(provider))}
      onPreview={onPreview}
    />
  );
  if (info?.kind === 'push' && info.result) {
    return (
      <>
        {notice}
        <PushEnd info={info} result={info.result} session={session} onClose={onClose} />
      </>
    );
  }
  if (notice) return notice;
  if (info?.kind === 'upload' && info.result) {
    return <UploadEnd result={info.result} session={session} onClose={onClose} />;
  }
  if (info?.kind === 'verify' && info.result) {
    return <ComparisonView comparison={info.result} onClose={onClose} />;
  }
  if (info?.state === 'stopped') {
    return (
      <Notice tone="info" onClose={onClose}>
        <p>{stoppedWords(info)}</p>
      </Notice>
    );
  }
  if (!info?.result || (info.kind !== 'pull' && info.kind !== 'finish')) return null;
  return (
    <ResultNotice
      result={info.result}
      unit={info.progress.unit}
      filtered={tab !== undefined && tab.filters.length > 0}
      onClose={onClose}
    />
  );
}

type RunProps = Pick<Props, 'run' | 'session'>;

function InLine({ run, session }: RunProps): JSX.Element {
  return (
    <p class="run-line">
      <span>Next in line</span>
      <button type="button" class="link" onClick={() => void session.stop(run.id)}>
        Leave out
      </button>
    </p>
  );
}
