/** The triggers of the file. */
import type { JSX } from 'preact';
import type { TriggerView } from '../../protocol';
import { formatClock } from '../figures';

interface Props {
  triggers: readonly TriggerView[];
  timeZone: string;
}

export function Triggers({ triggers, timeZone }: Props): JSX.Element {
  if (triggers.length === 0) return <p class="empty">There is no trigger in this file.</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Function</th>
          <th scope="col">Kind</th>
          <th scope="col">Runs for</th>
          <th scope="col">Next</th>
        </tr>
      </thead>
      <tbody>
        {triggers.map(({ handler, type, owner, nextAt }, index) => (
          <tr key={index}>
            <td>{handler}</td>
            <td>{type.toLowerCase().replace('_', ' ')}</td>
            <td>{owner}</td>
            <td>{nextAt === null ? 'has run, or waits for its event' : formatClock(nextAt, timeZone)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
