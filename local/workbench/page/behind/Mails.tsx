/** The mails that the script would have sent, the newest first. */
import type { JSX } from 'preact';
import type { MailView } from '../../protocol';

export function Mails({ mails }: { mails: readonly MailView[] }): JSX.Element {
  if (mails.length === 0) return <p class="empty">The script has sent no mail.</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">To</th>
          <th scope="col">Subject and text</th>
        </tr>
      </thead>
      <tbody>
        {mails.map(({ to, subject, body }, index) => (
          <tr key={index}>
            <td>{to}</td>
            <td>
              <strong>{subject}</strong>
              <pre class="small">{body}</pre>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
