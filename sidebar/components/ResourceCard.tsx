/** One kind of record: what it is, the tabs that hold it, and the ways to bring, refresh and choose them. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { ResourceInfo, StatusValue, TabInfo } from '../../src/app/contract';
import type { ProviderName } from '../../src/providers/definition';
import { runsToCome, type Run } from '../state/run';
import type { Session } from '../state/session';
import { OpenButton } from './OpenButton';
import { PullButton } from './PullButton';
import { RunView } from './RunView';
import { runsOf, TabBlock } from './TabBlock';

interface Props {
  provider: ProviderName;
  resource: ResourceInfo;
  tabs: readonly TabInfo[];
  status: StatusValue;
  runs: readonly Run[];
  session: Session;
}

export function ResourceCard({ provider, resource, tabs, status, runs, session }: Props): JSX.Element {
  const id = useId();
  const { title } = resource;
  const subject = { provider, resource: resource.resource, title };
  const coming = runsToCome(runs, subject, tabs);
  const [only, ...more] = tabs;
  const single = more.length === 0 ? only : undefined;
  const another = (
    <OpenButton
      label="Another tab"
      about={title}
      screen={{ name: 'selection', subject: { ...subject, tab: 'another' } }}
      session={session}
    />
  );
  return (
    <section class="card" aria-labelledby={id}>
      <div class="card-head">
        <h3 id={id}>{title}</h3>
        {!only && (
          <PullButton
            label="Pull"
            about={title}
            runs={coming}
            primary
            onClick={() => session.pull(subject)}
          />
        )}
        {single && (
          <PullButton
            label="Refresh"
            about={single.tab}
            runs={runsOf(single, runs)}
            onClick={() => session.refresh(single)}
          />
        )}
      </div>
      {!only && <p class="hint">{resource.description}</p>}
      {tabs.map((tab) => (
        <TabBlock
          key={tab.tab}
          tab={tab}
          resource={title}
          headed={!single}
          writable={resource.writable}
          deletable={resource.deletable === true}
          beside={single && another}
          status={status}
          runs={runs}
          session={session}
        />
      ))}
      {!single && (
        <p class="links">
          {only ? (
            another
          ) : (
            <OpenButton
              label="Fields and filters"
              about={title}
              screen={{ name: 'selection', subject: { ...subject, tab: 'first' } }}
              session={session}
            />
          )}
        </p>
      )}
      {coming.map((run) => (
        <RunView
          key={run.id}
          run={run}
          session={session}
          titled={run.order?.tab !== undefined}
          onChoose={(refused) => session.choose({ ...subject, tab: only ? 'another' : 'first' }, refused)}
        />
      ))}
    </section>
  );
}
