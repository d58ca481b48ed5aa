/** What the schedule that a person is choosing would take, asked for anew whenever it changes. */
import { useEffect, useState } from 'preact/hooks';
import type { ScheduleEstimate } from '../../../src/app/contract';
import { failureOf, type Failure } from '../../rpc/failure';
import { payloadOf, type Rhythm } from '../../state/rhythm';
import type { Session } from '../../state/session';

/** Who goes through a list with the arrow keys does not want to know about every entry. */
const SETTLED_AFTER = 300;

interface Estimated {
  /** Null while it is being worked out. */
  readonly estimate: ScheduleEstimate | null;
  readonly failure: Failure | null;
  readonly again: () => void;
}

export function useEstimate(session: Session, tab: string, rhythm: Rhythm, upload?: string): Estimated {
  const [answer, setAnswer] = useState<{ estimate?: ScheduleEstimate; failure?: Failure }>({});
  const [attempt, setAttempt] = useState(1);
  useEffect(() => {
    let wanted = true;
    setAnswer({});
    const timer = setTimeout(() => {
      session.estimate(tab, rhythm, upload).then(
        (estimate) => wanted && setAnswer({ estimate }),
        (thrown: unknown) => wanted && setAnswer({ failure: failureOf(thrown) }),
      );
    }, SETTLED_AFTER);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [tab, upload, attempt, JSON.stringify(payloadOf(rhythm))]);
  const { estimate = null, failure = null } = answer;
  return { estimate, failure, again: () => setAttempt(attempt + 1) };
}
