/** The Change log: what a refresh is about to change in its tab, written down before it does. */
import { AppError } from '../core/errors';
import { CHANGE_LOG, changeRows, CHANGES_OF_A_RUN, type ChangeFacts } from '../core/log/change-log';
import type { ChangeReport, ReportedChanges } from '../core/table/changes';
import type { Ports } from '../ports';
import type { Subject } from './catalogue';
import { addToLog } from './log-tab';
import { readSettings } from './settings';

/** What to ask of the planner; null where the log is off. */
export function changeReport(ports: Ports, { name }: Pick<Subject, 'name'>): ChangeReport | null {
  return readSettings(ports).changeLog === 'on' ? { most: CHANGES_OF_A_RUN, name } : null;
}

/**
 * Before the tab is written, since afterwards nobody could tell any more what a run that was cut off has changed. Makes no
 * call where nothing changed. A log that cannot be written must not keep a tab from being refreshed.
 */
export function logChanges(ports: Ports, changes: ReportedChanges, facts: ChangeFacts): void {
  if (changes.listed.length === 0) return;
  try {
    addToLog(ports, CHANGE_LOG, readSettings(ports).changeLogKept, (entries) =>
      changeRows(changes, facts, entries ?? []),
    );
  } catch (thrown) {
    ports.log.warn(`The Change log was not written: ${AppError.from(thrown).message}`);
  }
}
