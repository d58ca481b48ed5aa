/** Changes that can set off more than themselves: kept back unless a setting lets them go, and asked about twice. */
import type { Change } from '../../core/change/change';
import type { Ports } from '../../ports';
import type { ResourceDefinition } from '../../providers/definition';
import { readSettings } from '../settings';

/** The changes, those of a field that the settings keep back as problems. */
export function withheld(
  ports: Ports,
  { fields }: ResourceDefinition,
  changes: readonly Change[],
): readonly Change[] {
  const settings = readSettings(ports);
  const held = new Set(
    fields.flatMap(({ key, caution }) => (caution && settings[caution.setting] === 'off' ? [key] : [])),
  );
  return changes.map((change) =>
    held.has(change.field) && change.kind !== 'problem'
      ? {
          ...change,
          kind: 'problem',
          message: `“${change.label}” is not sent unless the settings in the sidebar allow it: it can set off automations.`,
        }
      : change,
  );
}

/** The question to ask before any of these is sent; null where there is nothing to ask. */
export function cautionOf({ fields }: ResourceDefinition, changes: readonly Change[]): string | null {
  for (const { key, caution } of fields) {
    const count = changes.filter(
      ({ field, kind }) => field === key && (kind === 'change' || kind === 'conflict'),
    );
    if (caution && count.length > 0) return caution.question.replace('{count}', String(count.length));
  }
  return null;
}
