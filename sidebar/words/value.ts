/** A value of a plan as people read it. */
import type { PlanItem } from '../../src/app/contract';

/** “1,200.5”, “yes”; '' for nothing, which is shown as the word “empty”. Text stays as it is. */
export function valueWords(value: PlanItem['to'], locale?: string): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') {
    return new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(value);
  }
  return value;
}

/** Text that takes more room than a few lines of the sidebar. */
export function isLong(text: string): boolean {
  return text.length > 150 || text.split('\n').length > 4;
}
