/** The screen of a tab's fields and filters: reads what can be chosen, then lets the person choose. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FieldInfo, FilterIdea, StatusValue } from '../../../src/app/contract';
import { failureOf, type Failure } from '../../rpc/failure';
import type { PullOrder, Run } from '../../state/run';
import type { Session } from '../../state/session';
import { selectionTitle, type Subject } from '../../state/subject';
import { FailureNotice } from '../FailureNotice';
import { ScreenHead } from '../ScreenHead';
import { SelectionForm } from './SelectionForm';

interface Props {
  subject: Subject;
  /** An order that was refused, to be mended. */
  tried: PullOrder | undefined;
  status: StatusValue;
  ideas: readonly FilterIdea[];
  runs: readonly Run[];
  session: Session;
}

export function SelectionScreen({ subject, tried, status, ideas, runs, session }: Props): JSX.Element {
  const [fields, setFields] = useState<readonly FieldInfo[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [attempt, setAttempt] = useState(1);
  useEffect(() => {
    let wanted = true;
    setFailure(null);
    session.fields(subject).then(
      (list) => wanted && setFields(list),
      (thrown: unknown) => wanted && setFailure(failureOf(thrown)),
    );
    return () => {
      wanted = false;
    };
  }, [subject, attempt]);
  if (fields) {
    const platform = status.providers.find(({ provider }) => provider === subject.provider)?.title ?? '';
    return (
      <SelectionForm
        subject={subject}
        platform={platform}
        fields={fields}
        tried={tried}
        ideas={ideas}
        taken={status.tabs.map(({ tab }) => tab)}
        runs={runs}
        session={session}
      />
    );
  }
  return (
    <>
      <ScreenHead title={selectionTitle(subject)} onBack={() => session.close()} />
      {failure ? (
        <FailureNotice
          failure={failure}
          onRetry={() => setAttempt(attempt + 1)}
          onRekey={() => session.rekey(subject.provider)}
        />
      ) : (
        <>
          <p class="hint" role="status">
            Reading which fields there are …
          </p>
          <progress aria-label="Reading the fields" />
        </>
      )}
    </>
  );
}
