/** Ends a tab's schedule, after asking: anybody may, for its owner may have left. */
import type { JSX } from 'preact';
import type { Session } from '../../state/session';
import { doneWord } from '../../words/schedule';
import { Question } from '../Question';
import { useQuestion } from '../useQuestion';

interface Props {
  tab: string;
  /** Target, where it is uploaded by itself. */
  upload: string | undefined;
  onDone: () => void;
  session: Session;
}

export function EndSchedule({ tab, upload, onDone, session }: Props): JSX.Element {
  const { asking, ask, leave, opener } = useQuestion();
  if (!asking) {
    return (
      <p class="links">
        <button ref={opener} type="button" class="link" onClick={ask}>
          End this schedule …
        </button>
      </p>
    );
  }
  return (
    <Question
      label="End this schedule?"
      stay="Keep it"
      act="End it"
      acting="Ending …"
      onStay={leave}
      onAct={() => session.unschedule(tab, upload).then(onDone)}
    >
      <p>
        “{tab}” and everything in it stays, and is {doneWord(upload)} only when somebody does it.
      </p>
    </Question>
  );
}
