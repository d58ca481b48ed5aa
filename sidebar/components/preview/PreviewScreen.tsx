/** The screen of what would be sent: asks for the plan, shows it, sends it as it was shown, and follows that. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { StatusValue } from '../../../src/app/contract';
import { ordersOf } from '../../state/picks';
import type { PlanSubject } from '../../state/plan-subject';
import type { Run } from '../../state/run';
import type { Session } from '../../state/session';
import { previewTitle } from '../../words/plan';
import { FailureNotice } from '../FailureNotice';
import { RunView } from '../RunView';
import { ScreenHead } from '../ScreenHead';
import { PlanView } from './PlanView';
import { usePlan } from './usePlan';

interface Props {
  subject: PlanSubject;
  status: StatusValue;
  runs: readonly Run[];
  session: Session;
}

export function PreviewScreen({ subject, status, runs, session }: Props): JSX.Element {
  const { asking, plan, picks, failure, visibleRowsOnly, ask, tick } = usePlan(subject, session);
  const [sent, setSent] = useState<string | null>(null);
  const run = runs.find(({ id }) => id === sent);
  const closed = sent !== null && !run;
  useEffect(() => {
    if (closed) session.close();
  }, [closed]);

  const tab = status.tabs.find((one) => one.tab === subject.tab);
  const provider = plan?.provider ?? tab?.provider;
  const platform = status.providers.find((one) => one.provider === provider)?.title ?? 'the platform';
  const connected = status.connections.some((one) => one.provider === provider);
  const rekey = provider && (() => session.rekey(provider));
  const again = (): void => {
    setSent(null);
    ask(visibleRowsOnly);
  };
  const head = (
    <ScreenHead
      // What was pressed is gone: the focus begins anew.
      key={sent}
      title={previewTitle(subject)}
      onBack={() => session.close()}
    />
  );
  if (run) {
    return (
      <>
        {head}
        <RunView run={run} session={session} tab={tab} onPreview={again} />
      </>
    );
  }
  return (
    <>
      {head}
      <div class="preview-bar">
        {subject.kind === 'edits' && (
          <label class="choice">
            <input
              type="checkbox"
              checked={visibleRowsOnly}
              onChange={(event) => ask(event.currentTarget.checked)}
            />
            Only visible rows
          </label>
        )}
        <button type="button" class="link" aria-disabled={asking} onClick={() => !asking && again()}>
          Preview again
        </button>
      </div>
      {asking && (
        <>
          <p class="hint" role="status">
            {connected ? `Asking ${platform} what it says now …` : 'Looking for edits …'}
          </p>
          <progress aria-label="Making the preview" />
        </>
      )}
      {failure && <FailureNotice failure={failure} onRetry={again} onRekey={rekey} onPreview={again} />}
      {plan && !asking && !failure && (
        <PlanView
          key={plan.plan}
          kind={subject.kind}
          plan={plan}
          picks={picks}
          platform={platform}
          connected={connected}
          onTick={tick}
          onSend={async (confirmed) => setSent(await session.send(plan, ordersOf(plan, picks), confirmed))}
          onAgain={again}
          session={session}
        />
      )}
    </>
  );
}
