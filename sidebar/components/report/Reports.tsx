/** The reports of the platforms that the person is connected to: those in the file, and those that can be made. */
import type { JSX } from 'preact';
import type { StatusValue } from '../../../src/app/contract';
import { SSO_TAX, type ReportPlace } from '../../state/report';
import type { Session } from '../../state/session';
import type { State } from '../../state/state';
import { reportsWords } from '../../words/report';
import { ReportCard } from './ReportCard';
import { ReportOffer } from './ReportOffer';

interface Props {
  places: readonly ReportPlace[];
  state: State;
  status: StatusValue;
  session: Session;
}

export function Reports({ places, state, status, session }: Props): JSX.Element | null {
  const connections = status.connections.filter((one) => places.some(({ connection }) => connection === one));
  if (connections.length === 0) return null;
  const several = status.connections.length > 1;
  return (
    <>
      <h2>Reports</h2>
      <p class="hint">{reportsWords(connections.map(({ title }) => title))}</p>
      {connections.map((connection) => {
        const { provider, title } = connection;
        const writesApps = state.resources[provider]?.some(
          ({ resource, writable }) => resource === 'apps' && writable,
        );
        return (
          <section key={provider} class="provider" aria-label={`Reports from ${title}`}>
            {several && <h3>{title}</h3>}
            {places
              .filter((place) => place.connection === connection)
              .map((place) =>
                place.tabs.length > 0 ? (
                  <ReportCard
                    key={place.report.resource}
                    place={place}
                    writesApps={writesApps === true}
                    status={status}
                    runs={state.runs}
                    session={session}
                  />
                ) : (
                  <ReportOffer
                    key={place.report.resource}
                    place={place}
                    featured={place.report.resource === SSO_TAX}
                    several={several}
                    runs={state.runs}
                    session={session}
                  />
                ),
              )}
          </section>
        );
      })}
    </>
  );
}
