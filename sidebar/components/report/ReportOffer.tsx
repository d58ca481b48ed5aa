/** A report that was not made yet: what it tells, and the way to make it. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { ReportPlace } from '../../state/report';
import { runsToCome, type Run } from '../../state/run';
import type { Session } from '../../state/session';
import { PullButton } from '../PullButton';
import { RunView } from '../RunView';

interface Props {
  place: ReportPlace;
  /** Whether it stands out from the others. */
  featured?: boolean;
  /** Whether there are other platforms that it could be from. */
  several: boolean;
  runs: readonly Run[];
  session: Session;
}

export function ReportOffer({ place, featured = false, several, runs, session }: Props): JSX.Element {
  const id = useId();
  const { connection, report, tabs } = place;
  const { resource, title, description } = report;
  const { provider } = connection;
  const coming = runsToCome(runs, { provider, resource }, tabs);
  const full = several && report.shared !== true ? `${title} from ${connection.title}` : title;
  return (
    <section class={featured ? 'card featured' : 'offer'} aria-labelledby={id}>
      <div class="card-head">
        <h3 id={id}>{featured ? full : title}</h3>
        <PullButton
          label="Make"
          about={full}
          runs={coming}
          primary={featured}
          onClick={() => session.pull({ provider, resource, title })}
        />
      </div>
      <p class="hint">{description}</p>
      {coming.map((run) => (
        <RunView key={run.id} run={run} session={session} titled={run.order?.tab !== undefined} />
      ))}
    </section>
  );
}
