/** The part of checkProvider that looks at filters: those that are offered by name, and how the platform takes them. */
import { AppError } from '../core/errors';
import { checkFilters } from '../core/filter/check';
import type { Filter } from '../core/filter/filter';
import type { Filtering, ResourceDefinition } from './definition';

/** Every problem in plain words, but for those of the evidence. */
export function checkFiltering(resource: ResourceDefinition): string[] {
  const { filterIdeas = [], filtering } = resource;
  const labels = filterIdeas.map(({ label }) => label);
  return [
    ...labels
      .filter((label, index) => labels.indexOf(label) !== index)
      .map((label) => `filter idea “${label}” occurs twice`),
    ...filterIdeas.flatMap(({ label, filters }) =>
      checkIdea(resource, filters).map((problem) => `filter idea “${label}”: ${problem}`),
    ),
    ...(filtering ? checkPlace(resource, filtering) : []),
  ];
}

function checkIdea({ fields }: ResourceDefinition, filters: readonly Filter[]): string[] {
  if (filters.length === 0) return ['it has no filters'];
  try {
    checkFilters(filters, fields);
    return [];
  } catch (thrown) {
    // Whatever is wrong with it is what this check is after.
    return [AppError.from(thrown).what];
  }
}

function checkPlace({ method, fields, fieldsParameter }: ResourceDefinition, filtering: Filtering): string[] {
  const { place, chosenBy } = filtering;
  const problems: string[] = [];
  if (('parameter' in place && place.parameter === '') || ('bodyKey' in place && place.bodyKey === '')) {
    problems.push('its filters go nowhere');
  }
  if ('bodyKey' in place && method !== 'post') {
    problems.push('its filters go into a body, but it is no POST');
  }
  if (!('bodyKey' in place) && fieldsParameter === undefined) {
    problems.push('its filters go into an address without room for them, since it names no fields');
  }
  if (chosenBy !== undefined && !fields.some(({ key }) => key === chosenBy)) {
    problems.push(`it already chooses by “${chosenBy}”, which is not among its fields`);
  }
  return problems;
}
