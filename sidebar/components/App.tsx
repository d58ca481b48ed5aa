/** The whole sidebar: which screen is shown, and what a screen reader is told. */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { DriverPorts } from '../job/driver';
import { runTab } from '../state/run';
import { openerOf } from '../state/screen';
import { sameSchedule } from '../state/schedule';
import { INITIAL, reduce, type State } from '../state/state';
import { Session } from '../state/session';
import { platformOf } from '../state/upload-pick';
import { announcement } from '../words/job';
import { ActivityScreen } from './ActivityScreen';
import { FailureNotice } from './FailureNotice';
import { FirstRun } from './FirstRun';
import { KeyScreen } from './KeyScreen';
import { Ledger } from './Ledger';
import { PreviewScreen } from './preview/PreviewScreen';
import { PushesScreen } from './push/PushesScreen';
import { SsoFieldScreen } from './report/SsoFieldScreen';
import { ScheduleScreen } from './schedule/ScheduleScreen';
import { SelectionScreen } from './selection/SelectionScreen';
import { SettingsScreen } from './SettingsScreen';
import { UploadScreen } from './upload/UploadScreen';
import { UploadsScreen } from './upload/UploadsScreen';
import { VerifyScreen } from './upload/VerifyScreen';

/** How often it is asked whether the last look at the file is too old, in milliseconds. */
const GLANCE_EVERY = 5_000;

export function App({ ports }: { ports: DriverPorts }): JSX.Element {
  const [state, dispatch] = useReducer(reduce, INITIAL);
  const session = useMemo(() => new Session(ports, dispatch), [ports]);
  useEffect(() => {
    void session.look();
    const comeBack = (): void => {
      if (document.visibilityState === 'visible') void session.lookAgain();
    };
    const glance = setInterval(() => {
      if (document.visibilityState === 'visible') void session.lookNowAndThen();
    }, GLANCE_EVERY);
    window.addEventListener('focus', comeBack);
    document.addEventListener('visibilitychange', comeBack);
    return () => {
      clearInterval(glance);
      window.removeEventListener('focus', comeBack);
      document.removeEventListener('visibilitychange', comeBack);
    };
  }, [session]);
  useReturnedFocus(state);
  return (
    <>
      <p class="unseen" role="status" aria-live="polite">
        {spoken(state)}
      </p>
      {state.statusFailure && (
        <FailureNotice failure={state.statusFailure} onRetry={() => void session.look()} />
      )}
      <Screen state={state} session={session} />
    </>
  );
}

function Screen({ state, session }: { state: State; session: Session }): JSX.Element | null {
  const { status, screen } = state;
  if (!status) return state.statusFailure ? null : <p class="hint">Reading this file …</p>;
  if (screen.name === 'key')
    return <KeyScreen status={status} provider={screen.provider} session={session} />;
  if (screen.name === 'preview') {
    return (
      <PreviewScreen
        key={openerOf(screen)}
        subject={screen.subject}
        status={status}
        runs={state.runs}
        session={session}
      />
    );
  }
  if (status.connections.length === 0) {
    return (
      <FirstRun
        status={status}
        upload={screen.name === 'upload' ? screen.tab : undefined}
        session={session}
      />
    );
  }
  if (screen.name === 'activity') return <ActivityScreen session={session} />;
  if (screen.name === 'pushes') return <PushesScreen session={session} />;
  if (screen.name === 'uploads') return <UploadsScreen session={session} />;
  if (screen.name === 'upload') {
    return (
      <UploadScreen
        key={openerOf(screen)}
        wanted={screen}
        status={status}
        runs={state.runs}
        session={session}
      />
    );
  }
  if (screen.name === 'verify') {
    return <VerifyScreen subject={screen} status={status} runs={state.runs} session={session} />;
  }
  if (screen.name === 'settings') return <SettingsScreen session={session} />;
  if (screen.name === 'selection') {
    const { subject, tried } = screen;
    const resource = state.resources[subject.provider]?.find((one) => one.resource === subject.resource);
    return (
      <SelectionScreen
        subject={subject}
        tried={tried}
        status={status}
        ideas={resource?.filterIdeas ?? []}
        runs={state.runs}
        session={session}
      />
    );
  }
  if (screen.name === 'ssoField') {
    const { provider, tab } = screen;
    return (
      <SsoFieldScreen
        provider={provider}
        platform={status.providers.find((one) => one.provider === provider)?.title ?? ''}
        tab={tab}
        makes={
          state.resources[provider]?.some(({ resource, writable }) => resource === 'fields' && writable) ===
          true
        }
        session={session}
      />
    );
  }
  if (screen.name === 'schedule') {
    const { tab, upload } = screen;
    const home =
      upload === undefined
        ? status.tabs.find((one) => one.tab === tab)?.provider
        : platformOf(status, upload)?.provider;
    const provider = status.providers.find((one) => one.provider === home);
    if (provider) {
      return (
        <ScheduleScreen
          tab={{ tab, provider: provider.provider }}
          upload={upload}
          schedule={status.schedules.find((one) => sameSchedule(one, screen))}
          provider={provider}
          connected={status.connections.some((one) => one.provider === provider.provider)}
          timeZone={status.timeZone}
          session={session}
        />
      );
    }
  }
  return <Ledger state={state} status={status} session={session} />;
}

/** Back from another screen, the focus is where it was: on the button that led there. */
function useReturnedFocus({ screen }: State): void {
  const before = useRef(screen);
  useLayoutEffect(() => {
    const opener = openerOf(before.current);
    before.current = screen;
    if (screen.name !== 'ledger') return;
    const buttons = document.querySelectorAll<HTMLElement>('[data-opens]');
    [...buttons].find(({ dataset }) => dataset['opens'] === opener)?.focus();
  }, [screen]);
}

function spoken({ runs, status }: State): string {
  const current = runs.find((run) => run.phase === 'running') ?? runs[runs.length - 1];
  if (!current?.info) return '';
  const tab = status?.tabs.find((one) => one.tab === runTab(current));
  return announcement(current.info, tab !== undefined && tab.filters.length > 0);
}
