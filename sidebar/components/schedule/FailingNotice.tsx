/** A schedule that does not work: since when, why, what to do, and the button that does it. */
import type { JSX } from 'preact';
import type { ScheduleInfo, StatusValue } from '../../../src/app/contract';
import type { ProviderName } from '../../../src/providers/definition';
import { remedyFor } from '../../state/schedule';
import type { Session } from '../../state/session';
import { doneWord, failingWords } from '../../words/schedule';
import { Notice } from '../Notice';
import { OpenButton } from '../OpenButton';
import { useNow } from '../useNow';

interface Props {
  schedule: ScheduleInfo;
  provider: ProviderName;
  status: StatusValue;
  session: Session;
}

export function FailingNotice({ schedule, provider, status, session }: Props): JSX.Element | null {
  const now = useNow(20_000);
  const { tab, upload, failing } = schedule;
  if (!failing) return null;
  const remedy = remedyFor(
    schedule,
    status.connections.some((one) => one.provider === provider),
  );
  return (
    <Notice tone="warning">
      <p class="what">
        {failingWords(tab, failing.since, now, status.timeZone, undefined, doneWord(upload))}
      </p>
      <p>{failing.what}</p>
      <p>{failing.next}</p>
      <p class="actions">
        {remedy === 'connect' || remedy === 'key' ? (
          <OpenButton
            label={remedy === 'key' ? 'Enter another key' : 'Connect'}
            about={tab}
            screen={{ name: 'key', provider }}
            session={session}
            boxed
          />
        ) : (
          <OpenButton
            label={remedy === 'take over' ? 'Take over …' : 'Look at the schedule'}
            about={tab}
            screen={{ name: 'schedule', tab, ...(upload === undefined ? {} : { upload }) }}
            session={session}
            boxed
          />
        )}
      </p>
    </Notice>
  );
}
