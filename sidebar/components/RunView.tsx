/** One run: in line, under way here or elsewhere, or what came of it. */
import type { JSX } from 'preact';
import type { Session } from '../state/session';
import { runFailure, runTitle, type PullOrder, type Run } from '../state/run';
import { stoppedWords } from '../words/job';
import { Elsewhere } from './Elsewhere';
import { FailureNotice } from './FailureNotice';
import { Notice } from './Notice';
import { ResultNotice } from './ResultNotice';
import { UnderWay } from './UnderWay';

interface Props {
  run: Run;
  session: Session;
  /** Shown where the run stands on its own, outside a card. */
  titled?: boolean;
  /** False where a button beside it gives the order again. */
  retry?: boolean;
  /** Whether its tab shows a selection of the records. */
  filtered?: boolean;
  /** Leads to the fields and filters of its tab. */
  onChoose?: (refused: PullOrder) => void;
}

export function RunView(props: Props): JSX.Element | null {
  const { run, session, titled = false, retry = true, filtered = false, onChoose } = props;
  const { order } = run;
  const dismiss = (): void => session.dismiss(run.id);
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
  const failure = runFailure(run);
  if (failure) {
    return (
      <div class="run">
        {title}
        <FailureNotice
          failure={failure}
          onRetry={retry && order ? () => session.pull(order) : undefined}
          onChoose={onChoose && order && (() => onChoose(order))}
          onRekey={order && (() => session.rekey(order.provider))}
        />
      </div>
    );
  }
  if (run.info?.state === 'stopped') {
    return (
      <div class="run">
        {title}
        <Notice tone="info" onClose={dismiss}>
          <p>{stoppedWords(run.info)}</p>
        </Notice>
      </div>
    );
  }
  if (!run.info?.result) return null;
  return (
    <div class="run">
      {title}
      <ResultNotice
        result={run.info.result}
        unit={run.info.progress.unit}
        filtered={filtered}
        onClose={dismiss}
      />
    </div>
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
