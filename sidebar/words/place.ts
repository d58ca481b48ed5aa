/** Where in the file a failure happened. */
import type { ErrorPlace } from '../../src/core/errors';

/** “Apps, row 12, Owner”, or '' where nothing is known. */
export function placeWords(place: ErrorPlace | undefined): string {
  if (!place) return '';
  return [place.tab, place.row === undefined ? undefined : `row ${place.row}`, place.field]
    .filter((part) => part !== undefined)
    .join(', ');
}
