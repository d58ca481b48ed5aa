/** A plan that writes what a report found into one field of the records of a tab. */
import { changesOf, type Finding, settled } from '../../core/change/findings';
import type { Dispatcher } from '../../core/http/dispatcher';
import type { Field } from '../../core/table/field';
import type { Ports } from '../../ports';
import type { ResourceDefinition } from '../../providers/definition';
import type { PlanInfo } from '../contract';
import { compared } from './comparison';
import { keepPlan } from './preview';
import { fieldsOfTarget, type PushTarget, tableOf } from './push-target';

/**
 * Sends nothing; no push of the tab may be under way. `fieldIn` finds the field that they go into, or throws. A finding is one
 * of the field's choices in whatever case. Throws what `fieldIn` and what reading throws.
 */
export function planFindings(
  ports: Ports,
  target: PushTarget,
  dispatcher: Dispatcher,
  fieldIn: (offered: readonly Field[]) => Field,
  findings: readonly Finding[],
  remarks: readonly string[],
): PlanInfo {
  const table = tableOf(ports, target, fieldsOfTarget(target, dispatcher));
  const field = fieldIn(table.fields);
  const { options = [] } = field;
  const chosen = findings.map((finding) => ({ ...finding, to: choiceOf(finding.to, options) }));
  const changes = changesOf(chosen, field, table);
  const beside = compared(ports, target, table, dispatcher, { changes, suspects: [] });
  const left = settled(beside, chosen, field, table);
  const gaveWay = leftAlone(beside.length - left.length, target.resource, field);
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

function choiceOf(wanted: string, options: readonly { readonly label: string }[]): string {
  return options.find(({ label }) => label.trim().toLowerCase() === wanted.toLowerCase())?.label ?? wanted;
}
