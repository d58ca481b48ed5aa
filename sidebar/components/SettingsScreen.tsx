/** What holds for the whole file: rows of removed records, and how much is kept of what was. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../../src/app/contract';
import { failureOf, type Failure } from '../rpc/failure';
import type { Session } from '../state/session';
import { FailureNotice } from './FailureNotice';
import { ScreenHead } from './ScreenHead';
import { SettingsForm } from './SettingsForm';

export function SettingsScreen({ session }: { session: Session }): JSX.Element {
  const [saved, setSaved] = useState<Settings | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const read = (): void => {
    setFailure(null);
    session.settings().then(setSaved, (thrown: unknown) => setFailure(failureOf(thrown)));
  };
  useEffect(read, []);
  if (saved) return <SettingsForm settings={saved} session={session} />;
  return (
    <>
      <ScreenHead title="Settings of this file" onBack={() => session.close()} />
      {failure ? (
        <FailureNotice failure={failure} onRetry={read} />
      ) : (
        <p class="hint" role="status">
          Reading the settings …
        </p>
      )}
    </>
  );
}
