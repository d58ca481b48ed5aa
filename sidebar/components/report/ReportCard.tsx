/** A report that is in the file: its tabs, and what can be done with what it found. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { StatusValue, TabInfo } from '../../../src/app/contract';
import { RENEWALS, SSO_TAX, SSO_TAX_VENDORS, UNOWNED_APPS, type ReportPlace } from '../../state/report';
import { runsToCome, type Run } from '../../state/run';
import type { Session } from '../../state/session';
import { OpenButton } from '../OpenButton';
import { PullButton } from '../PullButton';
import { RunView } from '../RunView';
import { runsOf, TabBlock } from '../TabBlock';
import { CalendarDownload } from './CalendarDownload';
import { SsoTaxFacts } from './SsoTaxFacts';

interface Props {
  place: ReportPlace;
  /** Whether what it found can be written into the platform's apps. */
  writesApps: boolean;
  status: StatusValue;
  runs: readonly Run[];
  session: Session;
}

export function ReportCard({ place, writesApps, status, runs, session }: Props): JSX.Element {
  const id = useId();
  const { connection, report, tabs } = place;
  const { resource, title } = report;
  const { provider } = connection;
  const [only, ...more] = tabs;
  const vendors = status.tabs.find((one) => one.resource === SSO_TAX_VENDORS)?.tab;
  const single = more.length === 0 ? only : undefined;
  const beside = ({ tab }: TabInfo): JSX.Element | undefined => {
    if (resource === RENEWALS) return <CalendarDownload tab={tab} session={session} />;
    if (!writesApps) return undefined;
    if (resource === UNOWNED_APPS) {
      return (
        <OpenButton
          label="Make the suggested people owners …"
          about={tab}
          screen={{ name: 'preview', subject: { kind: 'suggestedOwners', tab, provider } }}
          session={session}
        />
      );
    }
    if (resource !== SSO_TAX) return undefined;
    return (
      <OpenButton
        label={`Write into ${connection.title} …`}
        about={tab}
        screen={{ name: 'ssoField', provider, tab }}
        session={session}
      />
    );
  };
  return (
    <section class="card" aria-labelledby={id}>
      <div class="card-head">
        <h3 id={id}>{title}</h3>
        {single && (
          <PullButton
            label="Refresh"
            about={single.tab}
            runs={runsOf(single, runs)}
            onClick={() => session.refresh(single)}
          />
        )}
      </div>
      {tabs.map((tab) => (
        <TabBlock
          key={tab.tab}
          tab={tab}
          resource={title}
          headed={!single}
          writable={false}
          choosable={report.fixed !== true}
          facts={resource === SSO_TAX ? <SsoTaxFacts tab={tab} vendors={vendors} /> : undefined}
          beside={beside(tab)}
          status={status}
          runs={runs}
          session={session}
        />
      ))}
      {runsToCome(runs, { provider, resource }, tabs).map((run) => (
        <RunView key={run.id} run={run} session={session} titled />
      ))}
    </section>
  );
}
