/** One kind of record: what it is, the tabs that hold it, and the button that brings or refreshes them. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { ResourceInfo, TabInfo } from '../../src/app/contract';
import type { ProviderName } from '../../src/providers/definition';
import { runId, type PullOrder, type Run } from '../state/run';
import type { Session } from '../state/session';
import { RunView } from './RunView';
import { TabState } from './TabState';

interface Props {
  provider: ProviderName;
  resource: ResourceInfo;
  tabs: readonly TabInfo[];
  runs: readonly Run[];
  session: Session;
}

export function ResourceCard({ provider, resource, tabs, runs, session }: Props): JSX.Element {
  const id = useId();
  const first: PullOrder = { provider, resource: resource.resource, title: resource.title };
  const firstRun = runs.find((run) => run.id === runId(first));
  const [only, ...more] = tabs;
  const single = only && more.length === 0 ? only : null;
  const singleOrder = single && refreshOrder(single);
  const singleRun = singleOrder && runs.find((run) => run.id === runId(singleOrder));
  return (
    <section class="card" aria-labelledby={id}>
      <div class="card-head">
        <h3 id={id}>{resource.title}</h3>
        {tabs.length === 0 && (
          <PullButton
            label="Pull"
            about={resource.title}
            run={firstRun}
            primary
            onClick={() => session.pull(first)}
          />
        )}
        {single && singleOrder && (
          <PullButton
            label="Refresh"
            about={single.tab}
            run={singleRun ?? firstRun}
            onClick={() => session.pull(singleOrder)}
          />
        )}
      </div>
      <p class="hint">{resource.description}</p>
      {single && (
        <div class="tab">
          {single.tab !== resource.title && <h4>{single.tab}</h4>}
          <TabState tab={single} />
          {singleRun && <RunView run={singleRun} session={session} />}
        </div>
      )}
      {!single && tabs.map((tab) => <TabRefresh key={tab.tab} tab={tab} runs={runs} session={session} />)}
      {firstRun && !singleRun && <RunView run={firstRun} session={session} />}
    </section>
  );
}

function refreshOrder({ provider, resource, tab }: TabInfo): PullOrder {
  return { provider, resource, title: tab, tab };
}

interface TabProps {
  tab: TabInfo;
  runs: readonly Run[];
  session: Session;
}

/** One of several tabs, by its name. */
export function TabRefresh({ tab, runs, session }: TabProps): JSX.Element {
  const order = refreshOrder(tab);
  const run = runs.find((one) => one.id === runId(order));
  return (
    <div class="tab">
      <div class="card-head">
        <h4>{tab.tab}</h4>
        <PullButton label="Refresh" about={tab.tab} run={run} onClick={() => session.pull(order)} />
      </div>
      <TabState tab={tab} />
      {run && <RunView run={run} session={session} />}
    </div>
  );
}

interface ButtonProps {
  label: string;
  about: string;
  run: Run | undefined;
  primary?: boolean;
  onClick: () => void;
}

/** Not shown while its own run is under way: the run has its own buttons. */
function PullButton({ label, about, run, primary = false, onClick }: ButtonProps): JSX.Element | null {
  if (run && run.phase !== 'ended') return null;
  return (
    <button
      type="button"
      class={primary ? 'button small primary' : 'button small'}
      aria-label={`${label} ${about}`}
      onClick={onClick}
    >
      {label}
    </button>
  );
}
