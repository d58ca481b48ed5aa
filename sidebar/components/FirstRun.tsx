/** The screen of a person who has not connected yet. */
import type { JSX } from 'preact';
import type { StatusValue } from '../../src/app/contract';
import type { Session } from '../state/session';
import { countOf } from '../words/count';
import { editWords } from '../words/tab';
import { ConnectForm } from './ConnectForm';
import { ReviewButton } from './ReviewButton';

interface Props {
  status: StatusValue;
  /** The tab that is to be uploaded then. */
  upload?: string | undefined;
  session: Session;
}

export function FirstRun({ status, upload, session }: Props): JSX.Element {
  const names = status.providers.map((one) => one.title).join(' or ');
  return (
    <>
      <h2>Connect to {names}</h2>
      <p>
        SaaS Ledger brings your apps, contracts and users into this file and keeps them fresh. Your own
        columns and notes stay where they are.
      </p>
      {status.tabs.length > 0 && (
        <p class="hint">
          This file already has {countOf(status.tabs.length, 'tabs')} that a colleague pulled. To refresh{' '}
          {status.tabs.length === 1 ? 'it' : 'them'} and to send edits yourself, connect with your own key.
        </p>
      )}
      {status.tabs.map((tab) => (
        <p key={tab.tab} class="links">
          <span class="hint">{[tab.tab, ...editWords(tab)].join(': ')}</span>
          {tab.report !== true && <ReviewButton tab={tab.tab} session={session} />}
        </p>
      ))}
      {upload !== undefined && (
        <p>Then “{upload}” is checked row by row, and you see what would be sent before anything is.</p>
      )}
      <ConnectForm providers={status.providers} session={session} />
    </>
  );
}
