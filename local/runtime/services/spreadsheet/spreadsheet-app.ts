/** SpreadsheetApp: the way into the open file. */
import type { Host } from '../../host';
import { ScriptError, ServiceObject } from '../../service-object';
import { createUi } from '../ui';
import { demand, flag, text } from './arguments';
import { ConditionalFormatRuleBuilder } from './conditional-format';
import { DataValidationBuilder } from './data-validation';
import { SPREADSHEET_ENUMS } from './enums';
import { FilterCriteriaBuilder } from './filter';
import { Range } from './range';
import type { RangeList } from './range-list';
import { Selection } from './selection';
import { Session } from './session';
import { Sheet } from './sheet';
import { isSheet } from './sheet-cells';
import { Spreadsheet } from './spreadsheet';

const SCOPE = 'https://www.googleapis.com/auth/spreadsheets';

/** The add-on asks for the open file only, so every way to another one is refused. https://developers.google.com/workspace/add-ons/concepts/editor-scopes */
function refused(method: string): ScriptError {
  return new ScriptError(
    `Specified permissions are not sufficient to call SpreadsheetApp.${method}. Required permissions: ${SCOPE}`,
  );
}

/** https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet-app */
export class SpreadsheetApp extends ServiceObject {
  readonly className = 'SpreadsheetApp';
  override readonly constants = SPREADSHEET_ENUMS;
  readonly #session: Session;

  constructor(session: Session) {
    super();
    this.#session = session;
  }

  getActive(): Spreadsheet {
    return this.#session.spreadsheet();
  }

  getActiveSpreadsheet(): Spreadsheet {
    return this.#session.spreadsheet();
  }

  getActiveSheet(): Sheet {
    return this.#session.spreadsheet().getActiveSheet();
  }

  getActiveRange(): Range {
    return this.#session.spreadsheet().getActiveRange();
  }

  getActiveRangeList(): RangeList {
    return this.#session.spreadsheet().getActiveRangeList();
  }

  getCurrentCell(): Range {
    return this.#session.spreadsheet().getCurrentCell();
  }

  getSelection(): Selection {
    return new Selection(this.#session);
  }

  setActiveSheet(sheet: Sheet, restoreSelection?: boolean): Sheet {
    demand('setActiveSheet', [sheet, restoreSelection], [isSheet], [isSheet, flag]);
    return sheet.activate();
  }

  setActiveRange(range: Range): Range {
    return this.#session.spreadsheet().setActiveRange(range);
  }

  setActiveRangeList(rangeList: RangeList): RangeList {
    return this.#session.spreadsheet().setActiveRangeList(rangeList);
  }

  setCurrentCell(cell: Range): Range {
    return this.#session.spreadsheet().setCurrentCell(cell);
  }

  /** Writes arrive at once here; what a flush costs is charged by the caller of the service. */
  flush(): void {
    this.#session.workbook.calculation.refresh(this.#session.workbook.active);
  }

  getUi(): ServiceObject {
    return createUi(this.#session.host);
  }

  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder(this.#session);
  }

  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.#session);
  }

  newFilterCriteria(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder();
  }

  /** Only the open file. */
  openById(id: string): Spreadsheet {
    demand('openById', [id], [text]);
    if (id !== this.#session.workbook.id) throw refused('openById');
    return this.#session.spreadsheet();
  }

  openByUrl(url: string): Spreadsheet {
    demand('openByUrl', [url], [text]);
    if (!url.includes(`/d/${this.#session.workbook.id}`)) throw refused('openByUrl');
    return this.#session.spreadsheet();
  }

  create(): never {
    throw refused('create');
  }
}

/** The service for one execution. The first person to open a file without an owner owns it. */
export function createSpreadsheetApp(host: Host): SpreadsheetApp {
  const { workbook } = host.file;
  if (workbook.owner === '') workbook.owner = host.person.email;
  const session = new Session(host, {
    range: (area) => new Range(area),
    sheet: (of, tab) => new Sheet(of, tab),
    spreadsheet: (of) => new Spreadsheet(of),
  });
  return new SpreadsheetApp(session);
}
