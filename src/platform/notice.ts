/** The Notice port over the spreadsheet's own dialogs. */
import type { Notice } from '../ports/notice';
import { activeSpreadsheet } from './active-spreadsheet';

const SIDEBAR_TITLE = 'SaaS Ledger';

export const uiNotice: Notice = {
  toast(message, title) {
    activeSpreadsheet().toast(message, title, 8);
  },
  alert(title, message) {
    const ui = SpreadsheetApp.getUi();
    ui.alert(title, message, ui.ButtonSet.OK);
  },
  openSidebar() {
    SpreadsheetApp.getUi().showSidebar(
      HtmlService.createHtmlOutputFromFile('Sidebar').setTitle(SIDEBAR_TITLE),
    );
  },
};
