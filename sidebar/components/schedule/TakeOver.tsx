/** A colleague's schedule: what taking it over means, and the way to do it. */
import type { JSX } from 'preact';
import type { ProviderInfo, ScheduleInfo } from '../../../src/app/contract';
import type { Session } from '../../state/session';
import { OpenButton } from '../OpenButton';
import { Question } from '../Question';
import { useQuestion } from '../useQuestion';

interface Props {
  schedule: ScheduleInfo;
  provider: ProviderInfo;
  /** Whether this person has a key for the tab's platform. */
  connected: boolean;
  onDone: (schedule: ScheduleInfo) => void;
  session: Session;
}

export function TakeOver({ schedule, provider, connected, onDone, session }: Props): JSX.Element {
  const { asking, ask, leave, opener } = useQuestion();
  const { tab, owner } = schedule;
  if (asking) {
    return (
      <Question
        label="Take the schedule over?"
        stay="Leave it"
        act="Take it over"
        acting="Taking over …"
        danger={false}
        onStay={leave}
        onAct={() => session.takeOver(tab, schedule.upload).then(onDone)}
        onRekey={() => session.rekey(provider.provider)}
      >
        <p>
          From now on it runs with your {provider.title} key and in the time that Google allows you. Mails
          about it come to you. It ends for {owner}.
        </p>
      </Question>
    );
  }
  return (
    <>
      <p>
        It runs with the {provider.title} key of {owner}. To change when it runs, take it over first.
      </p>
      {connected ? (
        <p class="actions">
          <button ref={opener} type="button" class="button primary" onClick={ask}>
            Take over …
          </button>
        </p>
      ) : (
        <p>
          That needs a key of your own.{' '}
          <OpenButton
            label={`Connect to ${provider.title}`}
            screen={{ name: 'key', provider: provider.provider }}
            session={session}
          />
        </p>
      )}
    </>
  );
}
