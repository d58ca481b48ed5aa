/** Whose export a tab is, by its headers. */
import { headerCore, normalHeader } from './headers';
import type { UploadTemplate } from './template';

/** The template whose signature is there, of several the one whose signature tells most; null where none fits. */
export function recognise(
  columns: readonly string[],
  templates: readonly UploadTemplate[],
): UploadTemplate | null {
  const there = new Set(columns.flatMap((column) => [normalHeader(column), `~${headerCore(column)}`]));
  const isThere = (header: string): boolean => {
    const [name, core] = [normalHeader(header), headerCore(header)];
    // “Employee ID” tells whose list it is, “ID” does not: words that say nothing may only be more than are asked for.
    return there.has(name) || (core.length === name.length && there.has(`~${core}`));
  };
  return templates
    .filter(({ signature }) => signature.length > 0 && signature.every((group) => group.some(isThere)))
    .reduce<UploadTemplate | null>(
      (best, template) => (best === null || weightOf(template) > weightOf(best) ? template : best),
      null,
    );
}

/** A header that nothing else will do for tells more than one of ten: whoever has a “seat_type” may have an “employee number” too. */
function weightOf({ signature }: UploadTemplate): number {
  return signature.reduce((sum, group) => sum + 1 / group.length, 0);
}
