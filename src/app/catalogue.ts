/** Everything that can have a tab: a platform's resources, and the reports that are made from them. */
import { AppError } from '../core/errors';
import type { Sender } from '../core/http/list';
import type { Field } from '../core/table/field';
import type { ProviderDefinition, ResourceDefinition } from '../providers/definition';
import { readFields } from '../providers/offered-fields';
import { REPORTS } from '../reports/catalogue';
import type { ReportDefinition } from '../reports/report';

/** What a tab shows. */
export type Subject = ResourceDefinition | ReportDefinition;

export function isReport(subject: Subject): subject is ReportDefinition {
  return 'needs' in subject;
}

/** Whether a tab of that name in `api` is a report's. */
export function isReportName(name: string): boolean {
  return REPORTS.some(({ resource }) => resource === name);
}

/** The platform's resources, then the reports that it tells enough for. */
export function subjectsOf({ resources, facts = {} }: ProviderDefinition): readonly Subject[] {
  const told = REPORTS.filter(({ needs, uses }) =>
    [...needs, ...(uses ? [uses.kind] : [])].every((kind) => facts[kind] !== undefined),
  );
  return [...resources, ...told];
}

/** Throws AppError UNKNOWN_RESOURCE. */
export function findSubject(provider: ProviderDefinition, name: string): Subject {
  const subjects = subjectsOf(provider);
  const found = subjects.find(({ resource }) => resource === name);
  if (found) return found;
  const known = subjects.map(({ resource }) => resource).join(', ');
  throw new AppError('UNKNOWN_RESOURCE', { provider: provider.title, resource: name, known });
}

/** The resource that a tab's edits are sent to. Throws UNKNOWN_RESOURCE, and REPORT_NOT_SENT for a report. */
export function findSendable(provider: ProviderDefinition, name: string): ResourceDefinition {
  const subject = findSubject(provider, name);
  if (isReport(subject)) throw new AppError('REPORT_NOT_SENT', { report: subject.title });
  return subject;
}

/** Every field that can be chosen; a report has the same everywhere. */
export function offeredFields(sender: Sender, subject: Subject): readonly Field[] {
  return isReport(subject) ? subject.fields : readFields(sender, subject);
}
