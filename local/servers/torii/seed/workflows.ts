/** The workflows of a seeded tenant, what their actions did, and who edited them. */
import type { RandomSource } from '../../seed/random';
import type { ToriiRecord } from '../record';
import type { LogSubjects } from './audit-log';

const HOUR = 3_600_000;
const FIRST_WORKFLOW = 1000;
const NAMES = [
  'Offboard a leaver',
  'Welcome a joiner',
  'Take back idle licences',
  'Ask about a new app',
  'Remind before a renewal',
  'Close an app that is closed',
];

/** https://developers.toriihq.com/reference/getworkflows; keys are those that a client reads. https://github.com/oomol-lab/open-connector */
export function seededWorkflows(): ToriiRecord[] {
  return NAMES.map((name, i) => ({ id: FIRST_WORKFLOW + i, name, type: 'regular', version: '1.0' }));
}

/** A run every this many hours, each with up to four actions. */
const RUNS = 520;
const HOURS_APART = 5;
/** So many of the latest runs are not over. */
const UNFINISHED = 6;

/** The oldest first. A new run begins when the one before it has long ended. */
export function seededRuns(
  now: number,
  firstId: number,
  random: RandomSource,
  about: LogSubjects,
): ToriiRecord[] {
  const actions: ToriiRecord[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const begun = now - (RUNS - run) * HOURS_APART * HOUR;
    const [idApp, idUser] = [about.idOf('apps') ?? null, about.idOf('users')];
    const count = random.between(1, 4);
    for (let step = 0; step < count; step += 1) {
      const created = begun + step * 60_000;
      const outcome =
        run >= RUNS - UNFINISHED ? random.pick(OPEN) : random.chance(0.85) ? 'done' : random.pick(BAD);
      actions.push({
        id: firstId + actions.length,
        idOrg: about.idOrg,
        idApp,
        idWorkflow: FIRST_WORKFLOW + (run % NAMES.length),
        idWorkflowExecution: 1 + run,
        // Longer than a number is exact.
        idAction: `38734723949830${String(run % NAMES.length)}${String(step)}00417`,
        actionType: step % 2 === 0 ? 'actionOnUser' : 'actionOnApp',
        runtimeInfo: idUser === undefined ? {} : { user: { id: idUser } },
        ...progress(outcome, created),
      });
    }
  }
  return actions;
}

type Outcome = 'done' | 'failed' | 'ignored' | 'running' | 'waiting';
const OPEN: readonly Outcome[] = ['running', 'waiting'];
const BAD: readonly Outcome[] = ['failed', 'ignored'];

function progress(outcome: Outcome, created: number) {
  const iso = (minutes: number) => new Date(created + minutes * 60_000).toISOString();
  const at = (outcomes: readonly Outcome[], minutes: number) =>
    outcomes.includes(outcome) ? iso(minutes) : null;
  return {
    isRun: outcome !== 'waiting' && outcome !== 'ignored',
    runTime: at(['done', 'failed', 'running'], 1),
    isCompleted: outcome === 'done',
    completionTime: at(['done'], 5),
    continueOnError: false,
    isIgnored: outcome === 'ignored',
    ignoredTime: at(['ignored'], 2),
    details: outcome === 'done' ? { userAlreadyExists: true } : {},
    // What kinds of errors there are is not described.
    executionErrorType: outcome === 'failed' ? 'actionFailed' : null,
    errorTime: at(['failed'], 3),
    creationTime: iso(0),
    updateTime: iso(outcome === 'waiting' ? 0 : 5),
  };
}

const EDITS = 140;
const HOURS_BETWEEN_EDITS = 12;
const EDIT_TYPES = ['create_workflow', 'update_workflow', 'activate_workflow', 'deactivate_workflow'];

/** Seventy days of edits, the oldest first. Types and messages are ours: none are described. */
export function seededEdits(
  now: number,
  firstId: number,
  random: RandomSource,
  about: LogSubjects,
): ToriiRecord[] {
  return Array.from({ length: EDITS }, (_, row): ToriiRecord => {
    const type = random.pick(EDIT_TYPES);
    const workflow = random.between(0, NAMES.length - 1);
    return {
      id: firstId + row,
      performedBy: about.idAdmin() ?? null,
      creationTime: new Date(now - (EDITS - row) * HOURS_BETWEEN_EDITS * HOUR).toISOString(),
      type,
      message: `${type.split('_')[0] ?? ''}d workflow "${NAMES[workflow] ?? ''}"`,
      properties: { idWorkflow: FIRST_WORKFLOW + workflow },
    };
  });
}
