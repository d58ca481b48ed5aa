/** Writing the findings of the SSO Tax report back: the field that they go into is found or made, and a plan fills it. */
import { AppError } from '../core/errors';
import type { Dispatcher } from '../core/http/dispatcher';
import type { Field } from '../core/table/field';
import type { Ports } from '../ports';
import { findProvider } from '../providers/catalogue';
import { newChoiceFieldRequest } from '../providers/choice-field';
import type { ResourceDefinition } from '../providers/definition';
import { readFields } from '../providers/offered-fields';
import { readFindings, type ReadFindings } from '../reports/sso-findings';
import { FINDING, SSO_TAX } from '../reports/sso-tax';
import { FINDINGS, FINDINGS_FIELD } from '../reports/sso/finding';
import type { Api, PlanInfo } from './contract';
import { planFindings } from './push/findings';
import type { PushTarget } from './push/push-target';
import { openWrittenBack } from './written-back';

/**
 * Changes nothing but the list of fields, and that only with `create`. Throws UNKNOWN_TAB where the report or the apps have no
 * tab, COLUMN_MISSING, FIELD_UNFIT, NOT_CONNECTED, and what a preview throws.
 */
export function ssoField(ports: Ports, order: Api['ssoField']['payload']): PlanInfo {
  const provider = findProvider(order.provider);
  if ((order.field === undefined) === (order.create === undefined)) {
    throw new AppError('BAD_REQUEST', { problem: 'either a field or the wish for a new one is needed' });
  }
  const { rows, target, dispatcher } = openWrittenBack(ports, provider, SSO_TAX, [FINDING]);
  const found = readFindings(rows);
  const made = order.field === undefined ? foundOrMade(dispatcher, target) : null;
  const findings = found.findings.map(({ app, name, finding }) => ({
    id: app,
    name,
    to: finding,
    givesWay: finding === 'Not Known',
  }));
  const key = order.field ?? made?.key ?? '';
  return planFindings(ports, target, dispatcher, (offered) => choiceField(target, key, offered), findings, [
    ...(made?.isNew ? [`${provider.title} has the field “${FINDINGS_FIELD}” now.`] : []),
    ...remarksOn(found),
  ]);
}

/** One of the organisation's own with choices, by its key. */
function choiceField(
  { provider, resource, entry }: PushTarget,
  key: string,
  offered: readonly Field[],
): Field {
  const field = offered.find((each) => each.key === key);
  if (field?.custom && field.writable && takesChoices(resource, field)) return field;
  const problem = field
    ? 'it is none of your own fields with choices'
    : `${provider.title} does not offer it, or it is not among the columns of “${entry.tab}”`;
  throw new AppError('FIELD_UNFIT', { field: field?.label ?? key, problem });
}

/** Where fields are learned from records, those with choices look like texts. */
function takesChoices({ fieldsInRecords }: ResourceDefinition, { type }: Field): boolean {
  return type === 'option' || (type === 'text' && fieldsInRecords !== undefined);
}

function remarksOn({ waiting, answered }: ReadFindings): string[] {
  const several = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 'es'}`;
  return [
    ...(waiting > 0
      ? [
          `${several(waiting, 'possible match')} of the report ${waiting === 1 ? 'waits' : 'wait'} for your yes or no and ${waiting === 1 ? 'is' : 'are'} left out.`,
        ]
      : []),
    ...(answered > 0
      ? ['You have answered matches since the report was refreshed: refresh it to count them.']
      : []),
  ];
}

/** Asked for twice, it is made once. */
function foundOrMade(
  dispatcher: Dispatcher,
  target: PushTarget,
): { readonly key: string; readonly isNew: boolean } {
  const before = fieldNamed(dispatcher, target);
  if (before) return { key: before.key, isNew: false };
  make(dispatcher, target);
  const after = fieldNamed(dispatcher, target);
  if (after) return { key: after.key, isNew: true };
  const problem = `${target.provider.title} took the new field and does not list it yet`;
  throw new AppError('FIELD_UNFIT', { field: FINDINGS_FIELD, problem });
}

function fieldNamed(dispatcher: Dispatcher, { resource }: PushTarget): Field | undefined {
  return readFields(dispatcher, resource).find(
    ({ label }) => label.trim().toLowerCase() === FINDINGS_FIELD.toLowerCase(),
  );
}

function make(dispatcher: Dispatcher, { provider }: PushTarget): void {
  const request = newChoiceFieldRequest(provider, FINDINGS_FIELD, FINDINGS);
  if (!request) {
    const problem = `${provider.title} lets no add-on make fields`;
    throw new AppError('FIELD_UNFIT', { field: FINDINGS_FIELD, problem });
  }
  try {
    dispatcher.sendOne(request);
  } catch (thrown) {
    // It may be there all the same: the list of fields tells.
    if (AppError.from(thrown).details['outcome'] !== 'unknown') throw thrown;
  }
}
