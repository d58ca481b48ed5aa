/** How often the script called which service. */
import type { JSX } from 'preact';

interface Props {
  calls: readonly (readonly [call: string, count: number])[];
}

export function ServiceCalls({ calls }: Props): JSX.Element {
  if (calls.length === 0) return <p class="empty">The script has not called a service yet.</p>;
  const most = Math.max(...calls.map(([, count]) => count));
  return (
    <table class="bars">
      <thead>
        <tr>
          <th scope="col">Call</th>
          <th scope="col" class="number">
            Times
          </th>
          <th scope="col" aria-label="Share" />
        </tr>
      </thead>
      <tbody>
        {calls.map(([call, count]) => (
          <tr key={call}>
            <td>{call}</td>
            <td class="number">{count.toLocaleString()}</td>
            <td>
              <span class="bar" style={{ width: `${String((count / most) * 100)}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
