/** The fields that a resource offers this person: the documented ones and those their organisation made. */
import { Dispatcher } from '../core/http/dispatcher';
import type { Field } from '../core/table/field';
import type { Ports } from '../ports';
import { findProvider, findResource } from '../providers/catalogue';
import type { ResourceDefinition } from '../providers/definition';
import { resolveFields } from '../providers/fields';
import { listingRequest } from '../providers/requests';
import { connectionOf } from './account';
import type { FieldInfo, ResourceInfo } from './contract';
import { readBaseline } from './pull-writing';
import { TabIndex } from './tab-index';

const PATIENCE_MS = 60_000;

export function resources(payload: { provider: string }): ResourceInfo[] {
  return findProvider(payload.provider).resources.map(({ resource, title, description, fields }) => ({
    resource,
    title,
    description,
    writable: fields.some((field) => field.writable),
  }));
}

/** `selected` is what the tab shows now, or the usual choice where there is no tab yet. */
export function fields(ports: Ports, payload: { provider: string; resource: string }): FieldInfo[] {
  const provider = findProvider(payload.provider);
  const resource = findResource(provider, payload.resource);
  const dispatcher = new Dispatcher(ports, connectionOf(ports, provider), {
    deadline: ports.clock.now() + PATIENCE_MS,
  });
  const entry = new TabIndex(ports).find(provider.provider, resource.resource);
  const chosen = readBaseline(ports, entry).snapshot?.config.fields;
  return readFields(dispatcher, resource).map((field) => ({
    key: field.key,
    label: field.label,
    type: field.type,
    writable: field.writable,
    custom: field.custom,
    selected: chosen ? chosen.includes(field.key) : field.selected,
    help: field.help,
    ...(field.options ? { options: field.options } : {}),
  }));
}

/** Asks the provider for the organisation's own fields, where it has any. */
export function readFields(dispatcher: Dispatcher, resource: ResourceDefinition): Field[] {
  const request = listingRequest(resource);
  if (!request) return resolveFields(resource, null);
  // An empty answer is no list either: it must not pass for an organisation without fields of its own.
  return resolveFields(resource, dispatcher.sendOne(request).body ?? {});
}
