/** A plan that writes what a report found into one field of the records of a tab. */
import { changesOf, type Finding, settled } from '../../core/change/findings';
import { AppError } from '../../core/errors';
import type { Dispatcher } from '../../core/http/dispatcher';
import type { Field } from '../../core/table/field';
import type { Ports } from '../../ports';
import type { ResourceDefinition } from '../../providers/definition';
import type { PlanInfo } from '../contract';
import { compared } from './comparison';
import { keepPlan } from './preview';
import { fieldsOfTarget, type PushTarget, tableOf } from './push-target';

/**
 * Sends nothing; no push of the tab may be under way. A finding is one of the field's choices in whatever case. Throws
 * FIELD_UNFIT where the platform does not offer the field of that key or takes no changes of it, and what reading throws.
 */
export function planFindings(
  ports: Ports,
  target: PushTarget,
  dispatcher: Dispatcher,
  key: string,
  findings: readonly Finding[],
  remarks: readonly string[],
): PlanInfo {
  const table = tableOf(ports, target, fieldsOfTarget(target, dispatcher));
  const field = table.fields.find((each) => each.key === key);
  const { provider, resource } = target;
  if (!field?.custom || !field.writable || !takesChoices(resource, field)) {
    const problem = field
      ? 'it is none of your own fields with choices'
      : `${provider.title} does not offer it, or it is not among the columns of “${target.entry.tab}”`;
    throw new AppError('FIELD_UNFIT', { field: field?.label ?? key, problem });
  }
  const { options = [] } = field;
  const chosen = findings.map((finding) => ({ ...finding, to: choiceOf(finding.to, options) }));
  const changes = changesOf(chosen, field, table);
  const beside = compared(ports, target, table, dispatcher, { changes, suspects: [] });
  const left = settled(beside, chosen, field, table);
  const gaveWay = leftAlone(beside.length - left.length, resource, field);
  return keepPlan(ports, target, { purpose: 'report', changes: left, isLive: true, visibleRowsOnly: false }, [
    ...remarks,
    ...gaveWay,
  ]);
}

function leftAlone(count: number, { singular, plural }: ResourceDefinition, { label }: Field): string[] {
  if (count === 0) return [];
  const say = count === 1 ? `1 ${singular} says` : `${count} ${plural} say`;
  return [`${say} something in “${label}” already that the report knows nothing better for: left as it is.`];
}

/** Where fields are learned from records, those with choices look like texts. */
function takesChoices({ fieldsInRecords }: ResourceDefinition, { type }: Field): boolean {
  return type === 'option' || (type === 'text' && fieldsInRecords !== undefined);
}

function choiceOf(wanted: string, options: readonly { readonly label: string }[]): string {
  return options.find(({ label }) => label.trim().toLowerCase() === wanted.toLowerCase())?.label ?? wanted;
}
