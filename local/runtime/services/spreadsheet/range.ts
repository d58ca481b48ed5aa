/** Range, whole: on top of its contents, styles, rules and moves, what else hangs on cells. */
import { ScriptError } from '../../service-object';
import { Filter as TabFilter } from '../../workbook/filter';
import { Protection as Guard } from '../../workbook/protection';
import { Filter } from './filter';
import {
  addMetadata,
  finderForRange,
  metadataAt,
  placeOfRange,
  type DeveloperMetadata,
  type DeveloperMetadataFinder,
} from './metadata';
import { Protection } from './protection';
import { demandChange } from './range-contents';
import { RangeMoves } from './range-moves';
import { areaOf } from './range-place';
import { newTextFinder, type TextFinder } from './text-finder';

/** https://developers.google.com/apps-script/reference/spreadsheet/range */
export class Range extends RangeMoves {
  /** A filter over the range; a tab has at most one. */
  createFilter(): Filter {
    const area = areaOf(this);
    demandChange(area);
    const { tab, rect, session } = area;
    if (tab.filter !== null) {
      throw new ScriptError("You can't create a filter in a sheet that already has a filter.");
    }
    tab.filter = new TabFilter(tab, tab.track(rect));
    tab.workbook.touch();
    return new Filter(session, tab.filter);
  }

  getFilter(): Filter | null {
    const { tab, session } = areaOf(this);
    return tab.filter === null ? null : new Filter(session, tab.filter);
  }

  /** Does nothing until its list of editors is changed. */
  protect(): Protection {
    const { tab, rect, session } = areaOf(this);
    session.demandEdit(tab, rect);
    const guard = new Guard(tab, tab.track(rect));
    session.workbook.protections = [...session.workbook.protections, guard];
    return new Protection(session, guard);
  }

  /** Only a whole row or a whole column takes metadata. */
  addDeveloperMetadata(...args: unknown[]): this {
    const area = areaOf(this);
    addMetadata(area.session, 'Range', placeOfRange(area), args);
    return this;
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    const { session, tab, rect } = areaOf(this);
    return metadataAt(session, (place) => {
      if (place.type !== 'ROW' && place.type !== 'COLUMN') return false;
      const at = place.region.rect;
      if (place.sheet !== tab || at === null) return false;
      return place.type === 'ROW'
        ? rect.columns === tab.maxColumns && at.row === rect.row && at.rows === rect.rows
        : rect.rows === tab.maxRows && at.column === rect.column && at.columns === rect.columns;
    });
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return finderForRange(areaOf(this));
  }

  createTextFinder(findText: string): TextFinder {
    return newTextFinder('Range', [areaOf(this)], findText);
  }
}
