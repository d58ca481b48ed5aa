/** A new file as a script sees it through SpreadsheetApp. */
import type { Host } from '../../../../local/runtime/host';
import {
  createSpreadsheetApp,
  type SpreadsheetApp,
} from '../../../../local/runtime/services/spreadsheet/spreadsheet-app';
import type { Sheet } from '../../../../local/runtime/services/spreadsheet/sheet';
import type { Spreadsheet } from '../../../../local/runtime/services/spreadsheet/spreadsheet';
import { Workbook } from '../../../../local/runtime/workbook/workbook';
import { fakeHost } from '../fake-host';

export interface OpenedFile {
  readonly host: Host;
  readonly workbook: Workbook;
  readonly app: SpreadsheetApp;
  readonly book: Spreadsheet;
  /** Sheet1. */
  readonly sheet: Sheet;
  readonly toasts: { message: string; title: string; seconds: number }[];
  /** The same file, opened by somebody else. */
  as(email: string): SpreadsheetApp;
}

export function openedFile(options: { timeZone?: string; locale?: string } = {}): OpenedFile {
  const base = fakeHost();
  const workbook = new Workbook({ timeZone: 'Etc/UTC', ...options, now: () => base.clock.now() });
  const toasts: OpenedFile['toasts'] = [];
  const host: Host = {
    ...base,
    file: { ...base.file, workbook },
    screen: {
      ...base.screen,
      toast: (message, title, seconds) => toasts.push({ message, title, seconds }),
    },
  };
  const app = createSpreadsheetApp(host);
  return {
    host,
    workbook,
    app,
    book: app.getActive(),
    sheet: app.getActiveSheet(),
    toasts,
    as: (email) => createSpreadsheetApp({ ...host, person: { ...host.person, email } }),
  };
}
