/** The part of checkProvider that looks at how a resource is read: pages, spans of time, parents, records. */
import type { Paging, WholeList } from '../core/http/list';
import { namesInPath } from './record-key';
import type { ParentDefinition, ProviderDefinition, ResourceDefinition } from './definition';

/** Every problem in plain words. */
export function checkReading(provider: ProviderDefinition, resource: ResourceDefinition): string[] {
  const { body, method, window, parent, spread, rows } = resource;
  const problems = [
    ...checkPaging(resource),
    ...checkRecords(resource),
    ...checkPath(resource),
    ...checkTaken(resource),
  ];
  if ([window, parent, spread, rows].filter(Boolean).length > 1) {
    problems.push('it is read in more than one way of window, parent, spread and rows');
  }
  if (body && method !== 'post') problems.push('it has a body, but is no POST');
  if (window) {
    if (!isCount(window.days) || !isCount(window.windows)) problems.push('its window has no bounds');
    if (window.fromParameter === '' || window.toParameter === '') {
      problems.push('its window lacks the name of a parameter');
    }
  }
  if (parent) problems.push(...checkParent(provider, parent));
  return problems;
}

function checkPaging({ paging, envelope, method }: ResourceDefinition): string[] {
  if (paging.kind === 'whole') return [];
  const problems: string[] = [];
  if (!isCount(paging.maxPages)) problems.push('its paging has no bound');
  if (!isCount(paging.pageSize)) problems.push('its pages have no size');
  if (namesOf(paging).includes('')) {
    problems.push('its paging lacks the name of a parameter or of a key');
  }
  const keys = paging.kind === 'cursor' ? [paging.nextCursor, paging.total] : paging.totals;
  if ([envelope].flat().some((name) => keys.includes(name))) {
    problems.push('its envelope is also a paging key');
  }
  if (paging.kind === 'number' && paging.smallerSize !== undefined && paging.smallerSize >= paging.pageSize) {
    problems.push('its smaller page size is not smaller');
  }
  if (paging.kind === 'number' && paging.where !== 'query' && method !== 'post') {
    problems.push('its page numbers may go into a body, but it is no POST');
  }
  return problems;
}

function namesOf(paging: Exclude<Paging, WholeList>): readonly string[] {
  return paging.kind === 'cursor'
    ? [paging.sizeParameter, paging.cursorParameter, paging.nextCursor]
    : [paging.sizeParameter, paging.pageParameter, ...paging.totals];
}

function checkRecords(resource: ResourceDefinition): string[] {
  const { fields, key, keyFrom, listing, fieldsInRecords, fieldsParameter } = resource;
  const problems: string[] = [];
  const keys = fields.map((field) => field.key);
  if (listing && fieldsInRecords) problems.push('its fields are both listed and learned');
  for (const part of keyFrom?.fields ?? []) {
    if (part === key || !keys.includes(part)) problems.push(`its key cannot be made from “${part}”`);
  }
  for (const { key: name, aliases = [] } of fields) {
    if (fieldsParameter !== undefined && !aliases.every((alias) => alias.includes('.'))) {
      problems.push(`“${name}” is asked for by name and has another one`);
    }
  }
  return problems;
}

/** Its own attributes that records take from where they are listed must be fields. */
function checkTaken({ fields, parent, spread = [], rows }: ResourceDefinition): string[] {
  const keys = new Set(fields.map(({ key }) => key));
  const taken = [parent?.carries ?? {}, rows?.carries ?? {}, ...spread].flatMap((each) => Object.keys(each));
  return [...new Set(taken)]
    .filter((name) => !keys.has(name))
    .map((name) => `its records take “${name}” from where they are listed, and it has no such field`);
}

function checkPath({ path, parent, spread }: ResourceDefinition): string[] {
  const places: readonly object[] = spread ?? [parent?.carries ?? {}];
  return namesInPath(path)
    .filter((name) => !places.every((place) => name in place))
    .map((name) => `nothing fills “{${name}}” in its path`);
}

function checkParent({ resources }: ProviderDefinition, { resource, carries }: ParentDefinition): string[] {
  const above = resources.find((other) => other.resource === resource);
  if (!above) return [`its parent “${resource}” does not exist`];
  if (above.parent) return ['its parent has a parent itself'];
  const theirs = new Set(above.fields.map(({ key }) => key));
  return Object.values(carries)
    .filter((source) => !theirs.has(source))
    .map((source) => `its parent has no field “${source}”`);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1;
}
