/** Writing the findings of the SSO Tax report back: the field that they go into is found or made, and a plan fills it. */
import { AppError } from '../core/errors';
import type { Dispatcher } from '../core/http/dispatcher';
import type { Field } from '../core/table/field';
import type { Ports } from '../ports';
import { findProvider, findResource } from '../providers/catalogue';
import { newChoiceFieldRequest } from '../providers/choice-field';
import type { ProviderDefinition } from '../providers/definition';
import { readFields } from '../providers/offered-fields';
import { readFindings, type ReadFindings } from '../reports/sso-findings';
import { FINDING, SSO_TAX } from '../reports/sso-tax';
import { FINDINGS, FINDINGS_FIELD } from '../reports/sso/finding';
import type { Subject } from './catalogue';
import type { Api, PlanInfo } from './contract';
import { planFindings } from './push/findings';
import { dispatcherOf, refuseWhilePushed } from './push/preview';
import { openPushTarget, type PushTarget } from './push/push-target';
import { TabIndex, type TabEntry } from './tab-index';
import { readTabRows } from './tab-rows';

/**
 * Changes nothing but the list of fields, and that only with `create`. Throws UNKNOWN_TAB where the report or the apps have no
 * tab, COLUMN_MISSING, FIELD_UNFIT, NOT_CONNECTED, and what a preview throws.
 */
export function ssoField(ports: Ports, order: Api['ssoField']['payload']): PlanInfo {
  const provider = findProvider(order.provider);
  if ((order.field === undefined) === (order.create === undefined)) {
    throw new AppError('BAD_REQUEST', { problem: 'either a field or the wish for a new one is needed' });
  }
  const index = new TabIndex(ports);
  // People may have deleted or renamed tabs.
  index.current();
  const found = findingsIn(ports, tabOf(index, provider, SSO_TAX));
  const target = openPushTarget(ports, tabOf(index, provider, findResource(provider, 'apps')).tab);
  refuseWhilePushed(ports, target.entry);
  const dispatcher = dispatcherOf(ports, target);
  if (!dispatcher) throw new AppError('NOT_CONNECTED', { provider: provider.title });
  const made = order.field === undefined ? foundOrMade(dispatcher, target) : null;
  const findings = found.findings.map(({ app, name, finding }) => ({
    id: app,
    name,
    to: finding,
    givesWay: finding === 'Not Known',
  }));
  return planFindings(ports, target, dispatcher, order.field ?? made?.key ?? '', findings, [
    ...(made?.isNew ? [`${provider.title} has the field “${FINDINGS_FIELD}” now.`] : []),
    ...remarksOn(found),
  ]);
}

function tabOf(index: TabIndex, provider: ProviderDefinition, subject: Subject): TabEntry {
  const entry = index.find(provider, subject);
  if (!entry) throw new AppError('UNKNOWN_TAB', { tab: subject.title });
  return entry;
}

function findingsIn(ports: Ports, entry: TabEntry): ReadFindings {
  const rows = readTabRows(ports, entry);
  if (rows.some((row) => row[FINDING] === undefined)) {
    const column = SSO_TAX.fields.find(({ key }) => key === FINDING)?.label ?? FINDING;
    throw new AppError('COLUMN_MISSING', { column, tab: entry.tab }, { tab: entry.tab });
  }
  return readFindings(rows);
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
