/** The ledger's way to uploads: a button, the tab in front where it is recognised, and the tabs that are uploaded by themselves. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { StatusValue } from '../../../src/app/contract';
import type { UploadTabInfo } from '../../../src/app/upload/contract';
import type { Session } from '../../state/session';
import { fittingTargets, offeredTab } from '../../state/upload-pick';
import { OpenButton } from '../OpenButton';
import { ScheduleLine } from '../schedule/ScheduleLine';
import { SplitOffer } from './SplitOffer';

interface Props {
  status: StatusValue;
  session: Session;
}

export function UploadCard({ status, session }: Props): JSX.Element {
  const [tabs, setTabs] = useState<readonly UploadTabInfo[]>([]);
  // With every look at the file: somebody may have pasted something meanwhile.
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let wanted = true;
    session.uploads.tabs().then(
      (found) => wanted && setTabs(found),
      // The offer is an extra: the button below leads to the same, and says what is wrong.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [status, turn]);
  const lumped = tabs.find(({ active, splits }) => active && splits !== undefined);
  const scheduled = status.schedules.filter(({ upload }) => upload !== undefined);
  return (
    <section class="card upload-card" aria-label="Upload">
      <h3>Upload</h3>
      {lumped?.splits === undefined ? (
        <Offer tab={offeredTab(tabs)} status={status} session={session} />
      ) : (
        <SplitOffer
          tab={lumped.tab}
          columns={lumped.splits}
          session={session}
          onSplit={() => setTurn(turn + 1)}
        />
      )}
      <p class="hint">Any tab, also a pasted export: checked row by row, shown, and only then sent.</p>
      {scheduled.map((schedule) => (
        <div key={`${schedule.tab} ${schedule.upload}`} class="tab">
          <h4>{schedule.tab}</h4>
          <ScheduleLine schedule={schedule} timeZone={status.timeZone} />
          <p class="links">
            <OpenButton
              label="Schedule"
              about={schedule.tab}
              screen={{
                name: 'schedule',
                tab: schedule.tab,
                ...(schedule.upload === undefined ? {} : { upload: schedule.upload }),
              }}
              session={session}
            />
          </p>
        </div>
      ))}
      <p class="actions">
        <OpenButton label="Upload a sheet" screen={{ name: 'upload' }} session={session} boxed />
        <OpenButton label="Uploads so far" screen={{ name: 'uploads' }} session={session} />
      </p>
    </section>
  );
}

function Offer(props: Props & { tab: UploadTabInfo | undefined }): JSX.Element | null {
  const { tab, status, session } = props;
  if (!tab?.template) return null;
  const targets = fittingTargets(tab, status);
  if (targets.length === 0) return null;
  return (
    <>
      <p>
        “{tab.tab}” looks like an export: <strong>{tab.template.title}</strong>.
      </p>
      <p class="actions">
        {targets.map(({ target, title }, place) => (
          <OpenButton
            key={target}
            label={`Check it for ${title}`}
            screen={{ name: 'upload', tab: tab.tab, target, checks: true }}
            session={session}
            boxed={place === 0 ? 'primary' : true}
          />
        ))}
      </p>
    </>
  );
}
