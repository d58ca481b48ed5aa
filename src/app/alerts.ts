/** Who is told when a scheduled refresh or upload fails, works again or has ended: everybody in the tab, its owner by mail. */
import { AppError, type ErrorCode, type ErrorJson } from '../core/errors';
import { rhythmWords } from '../core/schedule/rhythm';
import type { Failure, Schedule } from '../core/schedule/schedule';
import { planFailureStatus } from '../core/table/status';
import { readable } from '../core/table/wall-clock';
import type { Ports } from '../ports';
import type { ProviderDefinition } from '../providers/definition';

/** Errors that say “you” to the owner, who is not there: code → the one with words for everybody. */
const FOR_EVERYBODY: Partial<Record<ErrorCode, ErrorCode>> = {
  NOT_CONNECTED: 'OWNER_NOT_CONNECTED',
  KEY_REFUSED: 'OWNER_KEY_REFUSED',
};

/** Why a scheduled run failed, in words that make sense to whoever reads them. */
export function failureOf(error: ErrorJson, { owner }: Schedule, provider: ProviderDefinition): Failure {
  const code = FOR_EVERYBODY[error.code];
  if (!code) return { code: error.code, what: error.what, next: error.next };
  const { title, keyPlace } = provider;
  const { what, next } = new AppError(code, { owner: owner.name, provider: title, keyPlace });
  return { code, what, next };
}

/**
 * Puts the failure into the tab's status line; a tab that is gone has none. What a tab is uploaded to says nothing about its rows:
 * the Uploads tab and the sidebar tell of that.
 */
export function showFailure(ports: Ports, { tabId, tab, upload }: Schedule, { what, next }: Failure): void {
  if (upload !== undefined) return;
  const headerNotes = ports.grid.headerNotes({ id: tabId, name: tab });
  if (!headerNotes) return;
  const { timeZone } = ports.grid.file();
  const image = { id: tabId, name: tab, headerNotes };
  ports.grid.execute(planFailureStatus(image, `${what} ${next}`, ports.clock.now(), timeZone));
}

/** This and the following answer false where no mail could be sent; nothing else depends on it. */
export function mailFailure(
  ports: Ports,
  schedule: Schedule,
  { what, next }: Failure,
  since: number,
): boolean {
  const { done } = doingOf(schedule);
  return mail(ports, schedule, `could not be ${done}`, [
    `The tab “${schedule.tab}” could not be ${done} on its schedule (${rhythmWords(schedule.rhythm)}).`,
    `What happened: ${what}`,
    `Since: ${inZone(ports, since)}`,
    `What to do: ${next}`,
    'It is tried again each time. You get one more mail when it works again, and none until then.',
  ]);
}

export function mailRecovery(ports: Ports, schedule: Schedule, since: number): boolean {
  const { done } = doingOf(schedule);
  return mail(ports, schedule, `is ${done} again`, [
    `The tab “${schedule.tab}” is ${done} on its schedule again (${rhythmWords(schedule.rhythm)}).`,
    `It had failed since ${inZone(ports, since)}.`,
    'There is nothing to do.',
  ]);
}

export function mailEnd(ports: Ports, schedule: Schedule): boolean {
  const { done, anew } = doingOf(schedule);
  return mail(ports, schedule, `is not ${done} any more`, [
    `The tab “${schedule.tab}” was deleted, so its schedule (${rhythmWords(schedule.rhythm)}) has ended.`,
    `If that was meant, there is nothing to do. If not, ${anew} and set its schedule again in the sidebar.`,
  ]);
}

/** What a schedule does with its tab, and what brings back one that was deleted. */
function doingOf({ upload }: Schedule): { readonly done: string; readonly anew: string } {
  return upload === undefined
    ? { done: 'refreshed', anew: 'pull the tab again' }
    : { done: 'uploaded', anew: 'upload the tab that has its rows now' };
}

function mail(
  ports: Ports,
  { tab, owner }: Schedule,
  subject: string,
  paragraphs: readonly string[],
): boolean {
  // Whoever did not let Google tell their address has a name only.
  if (!owner.name.includes('@')) return false;
  const { name, url } = ports.identity.file();
  return ports.mail.send({
    to: owner.name,
    subject: `SaaS Ledger: “${tab}” ${subject}`,
    body: [...paragraphs, `The spreadsheet: ${name}\n${url}`].join('\n\n'),
  });
}

function inZone(ports: Ports, moment: number): string {
  const { timeZone } = ports.grid.file();
  return `${readable(moment, timeZone)} (${timeZone})`;
}
