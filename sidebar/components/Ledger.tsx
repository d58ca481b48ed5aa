/** The screen of a connected person: what can be brought into the file, and how fresh it is. */
import type { JSX } from 'preact';
import type { StatusValue } from '../../src/app/contract';
import type { Session } from '../state/session';
import type { State } from '../state/state';
import { contentsOf } from '../state/contents';
import { isUnderWay, runTab } from '../state/run';
import { platformOf } from '../state/upload-pick';
import { ConnectionBar } from './ConnectionBar';
import { Notice } from './Notice';
import { OpenButton } from './OpenButton';
import { ReportOffer } from './report/ReportOffer';
import { Reports } from './report/Reports';
import { ResourceCards } from './ResourceCards';
import { RunView } from './RunView';
import { FailingNotice } from './schedule/FailingNotice';
import { UploadCard } from './upload/UploadCard';
import { TabBlock } from './TabBlock';
import { useArrivedTab } from './useArrivedTab';

interface Props {
  state: State;
  status: StatusValue;
  session: Session;
}

export function Ledger({ state, status, session }: Props): JSX.Element {
  const { runs, greeting, resources } = state;
  useArrivedTab(status.tabs, runs);
  const homeless = runs.filter((run) => !run.order && !status.tabs.some(({ tab }) => tab === runTab(run)));
  const elsewhere = runs.filter(({ phase }) => phase === 'elsewhere').map(runTab);
  const several = status.connections.length > 1;
  const { records, reports, others, refreshable, moreToPull, first } = contentsOf(status, resources);
  const able = refreshable.filter(({ tab }) => !elsewhere.includes(tab));
  const unconnected = status.providers.filter(
    ({ provider }) => !status.connections.some((one) => one.provider === provider),
  );
  return (
    <>
      {status.connections.map((connection) => (
        <ConnectionBar key={connection.provider} connection={connection} session={session} />
      ))}
      {unconnected.length > 0 && (
        <p class="links">
          {unconnected.map(({ provider, title }) => (
            <OpenButton
              key={provider}
              label={`Connect to ${title} as well`}
              screen={{ name: 'key', provider }}
              session={session}
            />
          ))}
        </p>
      )}
      {greeting && (
        <Notice tone="good" alert>
          <p class="what">
            {/* Where a platform does not tell whose key it is, its own name stands there. */}
            {greeting.organisation === greeting.title
              ? `The ${greeting.title} key works.`
              : `The key works: it belongs to ${greeting.organisation}.`}
          </p>
          {status.tabs.length === 0 && <p>Pull your first tab below.</p>}
        </Notice>
      )}
      {status.schedules.map((schedule) => {
        const { tab, upload } = schedule;
        const home =
          upload === undefined ? status.tabs.find((one) => one.tab === tab) : platformOf(status, upload);
        return (
          home && (
            <FailingNotice
              key={`${tab} ${upload ?? ''}`}
              schedule={schedule}
              provider={home.provider}
              status={status}
              session={session}
            />
          )
        );
      })}
      {homeless.map((run) => (
        <RunView key={run.id} run={run} session={session} titled />
      ))}
      <div class="heading">
        <h2>In this file</h2>
        {able.length > 1 && (
          <button
            type="button"
            class="button small"
            disabled={runs.some(isUnderWay)}
            onClick={() => session.refreshAll(able)}
          >
            Refresh all
          </button>
        )}
      </div>
      <p class="links">
        <OpenButton label="Activity" screen={{ name: 'activity' }} session={session} />
        <OpenButton label="Settings of this file" screen={{ name: 'settings' }} session={session} />
      </p>
      {records.length + others.length === 0 && (
        <p class="hint">
          {status.tabs.length === 0
            ? 'Nothing yet. Pull makes a new tab; your own tabs are never touched.'
            : 'Only reports so far: they are below.'}
        </p>
      )}
      <ResourceCards pulled state={state} status={status} session={session} />
      {others.map((tab) => (
        <section key={tab.tab} class="card">
          <TabBlock tab={tab} writable={tab.report !== true} status={status} runs={runs} session={session} />
        </section>
      ))}
      {first.map((place) => (
        <ReportOffer
          key={place.connection.provider}
          place={place}
          featured
          several={several}
          runs={runs}
          session={session}
        />
      ))}
      <UploadCard status={status} session={session} />
      {moreToPull && <h2>Ready to pull</h2>}
      <ResourceCards pulled={false} state={state} status={status} session={session} />
      <Reports places={reports} state={state} status={status} session={session} />
    </>
  );
}
