/** The part of checkProvider that looks at how a resource is read: pages, spans of time, parents, records. */
import type { Paging } from '../core/http/list';
import type { ParentDefinition, ProviderDefinition, ResourceDefinition } from './definition';

/** Every problem in plain words. */
export function checkReading(provider: ProviderDefinition, resource: ResourceDefinition): string[] {
  const { body, method, window, parent } = resource;
  const problems = [...checkPaging(resource), ...checkRecords(resource), ...checkPath(resource)];
  if (body && method !== 'post') problems.push('it has a body, but is no POST');
  if (window) {
    if (!isCount(window.days) || !isCount(window.windows)) problems.push('its window has no bounds');
    if (window.fromParameter === '' || window.toParameter === '') {
      problems.push('its window lacks the name of a parameter');
    }
  }
  if (parent) problems.push(...checkParent(provider, resource, parent));
  return problems;
}

function checkPaging({ paging, envelope, method }: ResourceDefinition): string[] {
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

function namesOf(paging: Paging): readonly string[] {
  return paging.kind === 'cursor'
    ? [paging.sizeParameter, paging.cursorParameter, paging.nextCursor]
    : [paging.sizeParameter, paging.pageParameter, ...paging.totals];
}

/** What makes records flat works only where they are learned from. */
function checkRecords({ fields, key, keyFrom, listing, fieldsInRecords }: ResourceDefinition): string[] {
  const problems: string[] = [];
  const keys = fields.map((field) => field.key);
  if (listing && fieldsInRecords) problems.push('its fields are both listed and learned');
  if (!fieldsInRecords && (keyFrom || fields.some(({ aliases, items }) => aliases ?? items))) {
    problems.push('it has aliases or a made key, but its records are taken as they come');
  }
  for (const part of keyFrom?.fields ?? []) {
    if (part === key || !keys.includes(part)) problems.push(`its key cannot be made from “${part}”`);
  }
  return problems;
}

function checkPath({ path, parent }: ResourceDefinition): string[] {
  const names = [...path.matchAll(/\{(\w*)\}/g)].map(([, name]) => name ?? '');
  const filled = Object.keys(parent?.carries ?? {});
  return names
    .filter((name) => !filled.includes(name))
    .map((name) => `nothing fills “{${name}}” in its path`);
}

function checkParent(
  { resources }: ProviderDefinition,
  { fields }: ResourceDefinition,
  { resource, carries }: ParentDefinition,
): string[] {
  const above = resources.find((other) => other.resource === resource);
  if (!above) return [`its parent “${resource}” does not exist`];
  if (above.parent) return ['its parent has a parent itself'];
  const own = new Set(fields.map(({ key }) => key));
  const theirs = new Set(above.fields.map(({ key }) => key));
  return Object.entries(carries).flatMap(([attribute, source]) => [
    ...(own.has(attribute) ? [] : [`it takes “${attribute}” from its parent and has no such field`]),
    ...(theirs.has(source) ? [] : [`its parent has no field “${source}”`]),
  ]);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1;
}
