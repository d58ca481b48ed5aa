/** The screen of an upload: which tab goes where, where that is not clear, and then everything about it. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { StatusValue } from '../../../src/app/contract';
import type { UploadTabInfo, UploadTargetInfo } from '../../../src/app/upload/contract';
import { failureOf, type Failure } from '../../rpc/failure';
import type { Run } from '../../state/run';
import type { Screen } from '../../state/screen';
import type { Session } from '../../state/session';
import type { UploadPick } from '../../state/upload-draft';
import { obviousPick } from '../../state/upload-pick';
import { FailureNotice } from '../FailureNotice';
import { ScreenHead } from '../ScreenHead';
import { UploadChooser } from './UploadChooser';
import { UploadWork } from './UploadWork';

interface Props {
  wanted: Extract<Screen, { name: 'upload' }>;
  status: StatusValue;
  runs: readonly Run[];
  session: Session;
}

interface Lists {
  readonly tabs: readonly UploadTabInfo[];
  readonly targets: readonly UploadTargetInfo[];
}

export function UploadScreen({ wanted, status, runs, session }: Props): JSX.Element {
  const [lists, setLists] = useState<Lists | null>(null);
  const [pick, setPick] = useState<Partial<UploadPick>>({});
  const [choosing, setChoosing] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const read = (): void => {
    setFailure(null);
    Promise.all([session.uploads.tabs(), session.uploads.targets()]).then(
      ([tabs, targets]) => {
        const reached = targets.filter(({ provider }) =>
          status.connections.some((one) => one.provider === provider),
        );
        const clear = obviousPick(tabs, reached, wanted.sent?.order ?? wanted);
        setLists({ tabs, targets });
        setPick(clear);
        setChoosing(clear.target === undefined);
      },
      (thrown: unknown) => setFailure(failureOf(thrown)),
    );
  };
  useEffect(read, []);

  const { tab, target } = pick;
  const found = lists?.targets.find((one) => one.target === target);
  if (lists && found && tab !== undefined && !choosing) {
    return (
      <UploadWork
        key={`${tab} ${found.target}`}
        tab={tab}
        target={found}
        lists={lists}
        checks={wanted.checks === true}
        sent={wanted.sent}
        status={status}
        runs={runs}
        session={session}
        onOther={() => setChoosing(true)}
      />
    );
  }
  return (
    <>
      <ScreenHead title="Upload a sheet" onBack={() => session.close()} />
      {failure && <FailureNotice failure={failure} onRetry={read} />}
      {!lists && !failure && (
        <p class="hint" role="status">
          Looking at the tabs of this file …
        </p>
      )}
      {lists && (
        <UploadChooser
          {...lists}
          first={{ ...(wanted.tab === undefined ? {} : { tab: wanted.tab }), ...pick }}
          status={status}
          session={session}
          onAgain={read}
          onPick={(picked) => {
            setPick(picked);
            setChoosing(false);
          }}
        />
      )}
    </>
  );
}
