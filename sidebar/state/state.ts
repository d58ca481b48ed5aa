/** Everything that more than one part of the sidebar shows, and how it changes. */
import type { ConnectionInfo, ResourceInfo, ScheduleInfo, StatusValue } from '../../src/app/contract';
import type { ProviderName } from '../../src/providers/definition';
import type { Failure } from '../rpc/failure';
import { runTab, samePlace, type Run } from './run';
import { sameSchedule } from './schedule';
import { LEDGER, type Screen, type SentUpload } from './screen';

type UploadScreen = Extract<Screen, { name: 'upload' }>;

export interface State {
  readonly status: StatusValue | null;
  readonly statusFailure: Failure | null;
  readonly resources: Readonly<Partial<Record<ProviderName, readonly ResourceInfo[]>>>;
  readonly runs: readonly Run[];
  /** Set right after connecting, to show whose key it is. */
  readonly greeting: ConnectionInfo | null;
  readonly screen: Screen;
  /** The screens that lie behind it, the ledger aside: the way back. */
  readonly behind: readonly Screen[];
}

export type Action =
  | { readonly type: 'status'; readonly status: StatusValue }
  | { readonly type: 'status failed'; readonly failure: Failure }
  | { readonly type: 'resources'; readonly provider: ProviderName; readonly list: readonly ResourceInfo[] }
  | { readonly type: 'connected'; readonly connection: ConnectionInfo }
  | { readonly type: 'disconnected'; readonly provider: ProviderName }
  | { readonly type: 'screen'; readonly screen: Screen }
  | { readonly type: 'back' }
  /** The screen of an upload shows what was sent, or its choices again. */
  | { readonly type: 'sent'; readonly sent: SentUpload | null }
  | { readonly type: 'run'; readonly run: Run }
  | { readonly type: 'dismiss'; readonly run: string }
  | { readonly type: 'scheduled'; readonly schedule: ScheduleInfo }
  | { readonly type: 'unscheduled'; readonly tab: string; readonly upload?: string };

export const INITIAL: State = {
  status: null,
  statusFailure: null,
  resources: {},
  runs: [],
  greeting: null,
  screen: LEDGER,
  behind: [],
};

export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'status':
      return { ...state, status: action.status, statusFailure: null };
    case 'status failed':
      return { ...state, statusFailure: action.failure };
    case 'resources':
      return { ...state, resources: { ...state.resources, [action.provider]: action.list } };
    case 'connected':
      return {
        ...withConnections(state, (all) => [
          ...all.filter((one) => one.provider !== action.connection.provider),
          action.connection,
        ]),
        greeting: action.connection,
        // The form for a first key stands in place of the screen that is wanted.
        ...(state.screen.name === 'key' ? back(state) : {}),
      };
    case 'disconnected':
      return {
        ...withConnections(state, (all) => all.filter((one) => one.provider !== action.provider)),
        greeting: null,
      };
    case 'screen':
      return {
        ...state,
        screen: action.screen,
        behind: state.screen === LEDGER ? [] : [...state.behind, state.screen],
      };
    case 'back':
      return { ...state, ...back(state) };
    case 'sent':
      return state.screen.name === 'upload'
        ? { ...state, screen: withSent(state.screen, action.sent) }
        : state;
    case 'run':
      return { ...state, runs: withRun(state.runs, action.run), greeting: null };
    case 'dismiss':
      return { ...state, runs: state.runs.filter((run) => run.id !== action.run) };
    case 'scheduled':
      return withSchedules(state, (all) => [
        ...all.filter((one) => !sameSchedule(one, action.schedule)),
        action.schedule,
      ]);
    case 'unscheduled':
      return withSchedules(state, (all) => all.filter((one) => !sameSchedule(one, action)));
  }
}

function back({ behind }: State): Pick<State, 'screen' | 'behind'> {
  return { screen: behind[behind.length - 1] ?? LEDGER, behind: behind.slice(0, -1) };
}

function withSent({ sent: _before, ...screen }: UploadScreen, sent: SentUpload | null): UploadScreen {
  return sent ? { ...screen, sent } : screen;
}

/** What came of an earlier run of the same tab makes way for a new one. */
function withRun(runs: readonly Run[], run: Run): readonly Run[] {
  if (runs.some((other) => other.id === run.id)) {
    return runs.map((other) => (other.id === run.id ? run : other));
  }
  return [...runs.filter((other) => other.phase !== 'ended' || !makesWay(other, run)), run];
}

/** A start that was refused because somebody else was at it makes way for what they do. */
function makesWay(before: Run, run: Run): boolean {
  if (run.phase !== 'elsewhere') return samePlace(before, run);
  return before.failure?.code === 'BUSY' && runTab(before) === runTab(run);
}

function withConnections(
  state: State,
  change: (all: readonly ConnectionInfo[]) => readonly ConnectionInfo[],
): State {
  if (!state.status) return state;
  return { ...state, status: { ...state.status, connections: change(state.status.connections) } };
}

function withSchedules(
  state: State,
  change: (all: readonly ScheduleInfo[]) => readonly ScheduleInfo[],
): State {
  if (!state.status) return state;
  return { ...state, status: { ...state.status, schedules: change(state.status.schedules) } };
}
