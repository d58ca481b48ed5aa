/** Makes a place on the platform, for an app that is there or a new one, after asking. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { UploadTargetInfo } from '../../../src/app/upload/contract';
import type { UploadPlace } from '../../../src/providers/uploading';
import type { Session } from '../../state/session';
import { Question } from '../Question';
import { AppChoice, type AppPick } from './AppChoice';

interface Props {
  target: UploadTargetInfo;
  wanted: NonNullable<UploadTargetInfo['place']>;
  /** What the app is probably called. */
  title: string;
  /** Whether an app can be made for it, too. */
  makesApps: boolean;
  /** Whether somebody has just asked for it, and goes on here. */
  focused: boolean;
  platform: string;
  session: Session;
  onDone: (place: UploadPlace) => void;
  onLeave: () => void;
}

export function PlaceMaker(props: Props): JSX.Element {
  const { target, wanted, title, makesApps, focused, platform, session, onDone, onLeave } = props;
  const [pick, choose] = useState<AppPick | null>(null);
  const [asking, setAsking] = useState(false);
  const rekey = (): void => session.rekey(target.provider);
  if (asking && pick) {
    return (
      <Question
        label="Make it?"
        stay="Not now"
        act="Make it"
        acting="Making …"
        danger={false}
        onStay={() => setAsking(false)}
        onAct={() => session.uploads.place({ target: target.target, create: true, ...pick }).then(onDone)}
        onRekey={rekey}
      >
        <p class="what">
          {pick.app === undefined
            ? `Make the app “${pick.title}” and an ${wanted.singular} for it in ${platform}?`
            : `Make an ${wanted.singular} for “${pick.title}” in ${platform}?`}
        </p>
        <p>Everybody who uses {platform} sees it. It cannot be taken back from here.</p>
      </Question>
    );
  }
  return (
    <div class="question" role="group" aria-label={`A new ${wanted.singular}`}>
      <AppChoice
        target={target.target}
        label="For which app?"
        title={pick?.title ?? title}
        makesApps={makesApps}
        focused={focused}
        platform={platform}
        chosen={pick}
        session={session}
        onChoose={choose}
        onRekey={rekey}
        onLeave={onLeave}
      />
      <p class="actions">
        <button type="button" class="button small" onClick={onLeave}>
          Not now
        </button>
        <button
          type="button"
          class="button small primary"
          aria-disabled={!pick}
          onClick={() => pick && setAsking(true)}
        >
          Make it …
        </button>
      </p>
    </div>
  );
}
