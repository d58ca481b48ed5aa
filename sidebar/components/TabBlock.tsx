/** One tab of a resource: its state, its runs, and the ways to refresh it and to choose what it shows. */
import type { JSX } from 'preact';
import type { StatusValue, TabInfo } from '../../src/app/contract';
import { runTab, type Run } from '../state/run';
import { refreshOf } from '../state/schedule';
import type { Session } from '../state/session';
import type { Subject } from '../state/subject';
import { OpenButton } from './OpenButton';
import { PullButton } from './PullButton';
import { ReviewButton } from './ReviewButton';
import { RunView } from './RunView';
import { ScheduleLine } from './schedule/ScheduleLine';
import { TabState } from './TabState';

interface Props {
  tab: TabInfo;
  /** Title of its resource; absent where nobody is connected to the platform, so that nothing can be chosen. */
  resource?: string;
  /** False where the card's head has the name and the button already. */
  headed?: boolean;
  /** Whether edits of it can be sent, and the records of selected rows deleted. */
  writable?: boolean;
  deletable?: boolean;
  /** False where its fields and filters are not for people to choose. */
  choosable?: boolean;
  /** What else there is to know of it. */
  facts?: JSX.Element | undefined;
  /** More links beside the tab's own. */
  beside?: JSX.Element | undefined;
  status: StatusValue;
  runs: readonly Run[];
  session: Session;
}

export function TabBlock(props: Props): JSX.Element {
  const { tab, resource, headed = true, writable = true, deletable = false } = props;
  const { choosable = true, facts, beside } = props;
  const { status, runs, session } = props;
  const schedule = refreshOf(status.schedules, tab.tab);
  const platform = status.providers.find(({ provider }) => provider === tab.provider)?.title ?? '';
  const own = runsOf(tab, runs);
  const subject: Subject | undefined =
    resource === undefined
      ? undefined
      : { provider: tab.provider, resource: tab.resource, title: resource, tab };
  return (
    <div class="tab">
      {headed ? (
        <div class="card-head">
          <h4>{tab.tab}</h4>
          <PullButton label="Refresh" about={tab.tab} runs={own} onClick={() => session.refresh(tab)} />
        </div>
      ) : (
        tab.tab !== resource && <h4>{tab.tab}</h4>
      )}
      <TabState tab={tab} />
      {facts}
      {writable && tab.pending > 0 && (
        <p class="actions">
          <ReviewButton tab={tab.tab} session={session} boxed />
        </p>
      )}
      {schedule && <ScheduleLine schedule={schedule} timeZone={status.timeZone} />}
      {(subject || schedule || writable) && (
        <p class="links">
          {writable && tab.pending === 0 && <ReviewButton tab={tab.tab} session={session} />}
          {subject && choosable && (
            <OpenButton
              label="Fields and filters"
              about={tab.tab}
              screen={{ name: 'selection', subject }}
              session={session}
            />
          )}
          {(subject || schedule) && (
            <OpenButton
              label={schedule ? 'Schedule' : 'Refresh by itself'}
              about={tab.tab}
              screen={{ name: 'schedule', tab: tab.tab }}
              session={session}
            />
          )}
          {beside}
          {deletable && (
            <OpenButton
              label={`Delete selected rows in ${platform} …`}
              about={tab.tab}
              screen={{ name: 'preview', subject: { kind: 'deletion', tab: tab.tab } }}
              session={session}
            />
          )}
        </p>
      )}
      {own.map((run) => (
        <RunView
          key={run.id}
          run={run}
          session={session}
          titled={!run.order}
          tab={tab}
          onPreview={() => session.review(tab.tab)}
          {...(subject && choosable ? { onChoose: (refused) => session.choose(subject, refused) } : {})}
        />
      ))}
    </div>
  );
}

export function runsOf(tab: TabInfo, runs: readonly Run[]): readonly Run[] {
  return runs.filter((run) => {
    const { provider, resource } = run.order ?? tab;
    return provider === tab.provider && resource === tab.resource && runTab(run) === tab.tab;
  });
}
