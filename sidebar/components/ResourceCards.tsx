/** The resources that are in the file already, or those that are not yet, for each platform that the person is connected to. */
import type { JSX } from 'preact';
import type { StatusValue } from '../../src/app/contract';
import { isRecords } from '../state/report';
import type { Session } from '../state/session';
import type { State } from '../state/state';
import { ResourceCard } from './ResourceCard';

interface Props {
  /** Which of the two. */
  pulled: boolean;
  state: State;
  status: StatusValue;
  session: Session;
}

export function ResourceCards({ pulled, state, status, session }: Props): JSX.Element {
  const { runs, resources } = state;
  const several = status.connections.length > 1;
  return (
    <>
      {status.connections.map(({ provider, title }) => {
        const cards = (resources[provider] ?? [])
          .filter(isRecords)
          .map((resource) => ({
            resource,
            tabs: status.tabs.filter(
              (tab) => tab.provider === provider && tab.resource === resource.resource,
            ),
          }))
          .filter(({ tabs }) => tabs.length > 0 === pulled);
        if (cards.length === 0) return null;
        return (
          <section
            key={provider}
            class="provider"
            aria-label={pulled ? `${title}, in this file` : `${title}, ready to pull`}
          >
            {several && <h3>{title}</h3>}
            {cards.map(({ resource, tabs }) => (
              <ResourceCard
                key={resource.resource}
                provider={provider}
                resource={resource}
                tabs={tabs}
                status={status}
                runs={runs}
                session={session}
              />
            ))}
          </section>
        );
      })}
    </>
  );
}
