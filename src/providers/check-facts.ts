/** Refuses a definition whose facts lie nowhere. */
import type { FactPlace } from '../core/facts/fact';
import type { ProviderDefinition } from './definition';

/** Every place that is no field of its resource, and every kind that no resource holds; [] for sound ones. */
export function checkFacts({ facts = {}, resources }: ProviderDefinition): string[] {
  return Object.entries(facts).flatMap(([kind, { resource: name, places }]) => {
    const resource = resources.find((each) => each.resource === name);
    if (!resource) return [`facts about ${kind}: there is no resource “${name}”`];
    const keys = new Set(resource.fields.map(({ key }) => key));
    return Object.entries(places).flatMap(([attribute, given]: [string, FactPlace | readonly FactPlace[]]) =>
      ([given].flat() as FactPlace[]).flatMap((place) => {
        const key = typeof place === 'string' ? place : 'field' in place ? place.field : null;
        if (key === null) {
          const isLearnable = resource.listing !== undefined || resource.fieldsInRecords !== undefined;
          return isLearnable
            ? []
            : [`facts about ${kind}: no labels are known by which to find “${attribute}”`];
        }
        return keys.has(key) ? [] : [`facts about ${kind}: “${attribute}” is at “${key}”, which is no field`];
      }),
    );
  });
}
