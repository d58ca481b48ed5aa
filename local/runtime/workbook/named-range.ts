/** A name for a block of cells. */
import type { Region } from './region';
import type { Sheet } from './sheet';

export interface NamedRange {
  name: string;
  sheet: Sheet;
  region: Region;
  /** True for the copy that came along when a tab was copied: it is asked for as `Tab!Name`. */
  readonly scoped: boolean;
}
