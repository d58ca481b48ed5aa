/** Every run of a function, the newest first. */
import type { JSX } from 'preact';
import type { ExecutionView } from '../../protocol';
import { formatTime } from '../figures';

interface Props {
  executions: readonly ExecutionView[];
  timeZone: string;
}

const KINDS: Readonly<Record<string, string>> = {
  menu: 'menu',
  sidebar: 'sidebar',
  trigger: 'trigger',
  simple: 'simple trigger',
  call: 'call',
};

export function Executions({ executions, timeZone }: Props): JSX.Element {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Started</th>
          <th scope="col">Function</th>
          <th scope="col">From</th>
          <th scope="col" class="number">
            Seconds
          </th>
          <th scope="col" class="number">
            Service calls
          </th>
          <th scope="col" class="number">
            Requests
          </th>
          <th scope="col">Outcome</th>
        </tr>
      </thead>
      <tbody>
        {executions.map((run) => (
          <tr key={run.id}>
            <td>{formatTime(run.startedAt, timeZone)}</td>
            <td>{run.fn}</td>
            <td>{KINDS[run.kind] ?? run.kind}</td>
            <td class="number">{run.seconds.toFixed(2)}</td>
            <td class="number">{run.calls}</td>
            <td class="number">{run.requests}</td>
            <td class={outcomeClass(run.outcome)}>
              {run.outcome}
              {run.error && <div class="small">{run.error}</div>}
              {run.logs.length > 0 && <pre class="small">{run.logs.join('\n')}</pre>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function outcomeClass(outcome: string): string {
  if (outcome === 'completed') return 'good';
  return outcome === 'running' ? '' : 'bad';
}
