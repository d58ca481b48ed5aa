/** The fields that a resource offers this person: the documented ones and those their organisation made. */
import { Dispatcher } from '../core/http/dispatcher';
import { testsFor } from '../core/filter/filter';
import { testWords } from '../core/filter/words';
import type { Sender } from '../core/http/list';
import type { Field } from '../core/table/field';
import type { Ports } from '../ports';
import { findProvider, findResource } from '../providers/catalogue';
import type { ResourceDefinition } from '../providers/definition';
import { resolveFields } from '../providers/fields';
import { listingRequest } from '../providers/requests';
import { connectionOf } from './account';
import type { Api, FieldInfo, ResourceInfo } from './contract';
import { readBaseline } from './pull-writing';
import { TabIndex } from './tab-index';

const PATIENCE_MS = 60_000;

export function resources(payload: { provider: string }): ResourceInfo[] {
  return findProvider(payload.provider).resources.map(
    ({ resource, title, description, fields, writes, filterIdeas = [] }) => ({
      resource,
      title,
      description,
      writable: fields.some((field) => field.writable),
      deletable: writes?.remove !== undefined,
      filterIdeas,
    }),
  );
}

/** `selected` is what the tab shows now, or the usual choice where there is no tab yet. */
export function fields(ports: Ports, payload: Api['fields']['payload']): FieldInfo[] {
  const provider = findProvider(payload.provider);
  const resource = findResource(provider, payload.resource);
  const dispatcher = new Dispatcher(ports, connectionOf(ports, provider), {
    deadline: ports.clock.now() + PATIENCE_MS,
  });
  const index = new TabIndex(ports);
  const entry = payload.tab === undefined ? index.find(provider, resource) : index.named(payload.tab);
  const offered = readFields(dispatcher, resource);
  const usual = offered.filter(({ selected }) => selected).map(({ key }) => key);
  const chosen = readBaseline(ports, entry).snapshot?.config.fields ?? usual;
  const places = new Map(chosen.map((key, order) => [key, order]));
  return offered.map((field) => {
    const order = places.get(field.key);
    return {
      key: field.key,
      label: field.label,
      type: field.type,
      writable: field.writable,
      custom: field.custom,
      identity: field.key === resource.key,
      usual: field.selected,
      selected: order !== undefined,
      ...(order === undefined ? {} : { order }),
      help: field.help,
      tests: testsFor(field.type),
      testWords: Object.fromEntries(testsFor(field.type).map((test) => [test, testWords(test)])),
      ...(field.options ? { options: field.options } : {}),
    };
  });
}

/** Asks the provider for the organisation's own fields, where it has any. */
export function readFields(sender: Sender, resource: ResourceDefinition): Field[] {
  const request = listingRequest(resource);
  if (!request) return resolveFields(resource, null);
  // An empty answer is no list either: it must not pass for an organisation without fields of its own.
  return resolveFields(resource, sender.sendOne(request).body ?? {});
}
