/** Every request that the script sent, the newest first. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { RequestView } from '../../protocol';
import { formatBytes, formatTime } from '../figures';

interface Props {
  requests: readonly RequestView[];
  timeZone: string;
}

export function Requests({ requests, timeZone }: Props): JSX.Element {
  const [open, setOpen] = useState<RequestView | null>(null);
  if (requests.length === 0) return <p class="empty">The script has not sent a request yet.</p>;
  return (
    <div class="with-detail">
      <table class="fixed">
        <colgroup>
          <col style={{ width: '104px' }} />
          <col style={{ width: '76px' }} />
          <col />
          <col style={{ width: '84px' }} />
          <col style={{ width: '90px' }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Method</th>
            <th scope="col">Address</th>
            <th scope="col">Status</th>
            <th scope="col" class="number">
              Size
            </th>
          </tr>
        </thead>
        <tbody>
          {requests.map((request, index) => (
            <tr key={`${String(request.at)}/${String(index)}`} class={request === open ? 'open' : ''}>
              <td>{formatTime(request.at, timeZone)}</td>
              <td>{request.method}</td>
              <td>
                <button type="button" class="cell-link" onClick={() => setOpen(request)}>
                  {request.url}
                </button>
              </td>
              <td class={request.status >= 200 && request.status < 300 ? 'good' : 'bad'}>
                {request.status === 0 ? 'no answer' : request.status}
              </td>
              <td class="number">{formatBytes(request.bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {open && (
        <aside class="detail">
          <button type="button" class="plain" aria-label="Close" onClick={() => setOpen(null)}>
            ✕
          </button>
          <p class="address">{open.url}</p>
          <dl>
            {Object.entries(open.headers).map(([name, value]) => (
              <>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </>
            ))}
          </dl>
          {open.body !== '' && <pre>{open.body}</pre>}
        </aside>
      )}
    </div>
  );
}
