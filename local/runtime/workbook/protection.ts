/** Tabs and ranges that only some people may change. */
import { ScriptError } from '../service-object';
import { encloses, type Rect } from './a1';
import type { Region } from './region';
import type { Sheet } from './sheet';

export class Protection {
  description = '';
  /** Only warns a person; never stops anybody. */
  warningOnly = false;
  /** People who may edit besides the owner; null as long as nobody changed the list: then all editors may. */
  editors: Set<string> | null = null;
  domainEdit = false;
  /** Of a protected tab: blocks that stay open. */
  unprotected: Region[] = [];
  /** Name of the named range that is protected, if it was set by that. */
  rangeName: string | null = null;

  /** `region` is null for a protection of the whole tab. */
  constructor(
    readonly sheet: Sheet,
    public region: Region | null,
  ) {}

  allows(person: string, owner: string): boolean {
    return this.warningOnly || person === owner || this.editors === null || this.editors.has(person);
  }

  /** Whether a change of these cells (null: of the tab itself) falls under it. */
  covers(rect: Rect | null): boolean {
    if (this.region !== null) return rect !== null && this.region.intersects(rect);
    return rect === null || !this.unprotected.some((open) => open.rect !== null && encloses(open.rect, rect));
  }
}

/**
 * Refuses a change that a protection forbids to this person, in Google's words. A protection does nothing until
 * its list of editors was changed, and never stops the owner:
 * https://developers.google.com/apps-script/reference/spreadsheet/sheet
 * @param rect null for a change of the tab itself, such as its name.
 */
export function demandEdit(sheet: Sheet, rect: Rect | null, person: string): void {
  const { owner, protections } = sheet.workbook;
  const refused = protections.some(
    (protection) =>
      protection.sheet === sheet && protection.covers(rect) && !protection.allows(person, owner),
  );
  if (refused) {
    throw new ScriptError(
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    );
  }
}
