/** Writing back whom the Unowned apps report suggests: a plan makes these people the owners of the apps. */
import { AppError } from '../core/errors';
import type { FactSource } from '../core/facts/fact';
import type { Field } from '../core/table/field';
import type { Ports } from '../ports';
import { findProvider } from '../providers/catalogue';
import { documentedFields } from '../providers/documented-fields';
import { fieldsForFacts } from '../providers/facts';
import { readSuggestions } from '../reports/owner-suggestions';
import { FORMER_OWNER, SUGGESTED_OWNER, UNOWNED_APPS } from '../reports/unowned-apps';
import type { Api, PlanInfo } from './contract';
import { planFindings } from './push/findings';
import type { PushTarget } from './push/push-target';
import { openWrittenBack } from './written-back';

/**
 * Changes nothing. An app that has another owner by now than the report saw is a conflict. Throws UNKNOWN_TAB where the report
 * or the apps have no tab, COLUMN_MISSING for the report's and for the owner in the tab of the apps, NOT_WRITABLE,
 * NOT_CONNECTED, and what a preview throws.
 */
export function suggestedOwners(ports: Ports, order: Api['suggestedOwners']['payload']): PlanInfo {
  const needed = [UNOWNED_APPS.key, FORMER_OWNER, SUGGESTED_OWNER];
  const { rows, target, dispatcher } = openWrittenBack(
    ports,
    findProvider(order.provider),
    UNOWNED_APPS,
    needed,
  );
  const { suggestions, without } = readSuggestions(rows);
  const findings = suggestions.map(({ app, name, formerOwner, person }) => ({
    id: app,
    name,
    from: formerOwner,
    to: person,
    givesWay: false,
  }));
  return planFindings(
    ports,
    target,
    dispatcher,
    (offered) => ownerField(target, offered),
    findings,
    without === 0 ? [] : [`${without} ${without === 1 ? 'app' : 'apps'} without a suggested owner left out.`],
  );
}

/** Where reports read the owner from, it is written to. */
function ownerField({ provider, resource, snapshot, entry }: PushTarget, offered: readonly Field[]): Field {
  const owner = provider.facts?.apps?.places.owner;
  const source: FactSource<'apps'> = {
    resource: resource.resource,
    places: owner === undefined ? {} : { owner },
  };
  const [field] = fieldsForFacts(source, offered);
  if (!field || !snapshot.config.fields.includes(field.key)) {
    const column = fieldsForFacts(source, documentedFields(resource))[0]?.label ?? 'Owner';
    throw new AppError('COLUMN_MISSING', { column, tab: entry.tab }, { tab: entry.tab });
  }
  if (!field.writable) {
    throw new AppError('NOT_WRITABLE', { provider: provider.title, subject: `“${field.label}”` });
  }
  return field;
}
