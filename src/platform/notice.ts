/** The Notice port over the spreadsheet's own dialogs. */
import type { Notice } from '../ports/notice';
import { activeSpreadsheet } from './active-spreadsheet';
import { screen } from './screen';

const SIDEBAR_TITLE = 'SaaS Ledger';

export const uiNotice: Notice = {
  toast(message, title) {
    activeSpreadsheet().toast(message, title, 8);
  },
  alert(title, message) {
    const ui = screen();
    ui?.alert(title, message, ui.ButtonSet.OK);
  },
  confirm(title, message) {
    const ui = screen();
    // Closing the dialog by its X gives CLOSE. https://developers.google.com/apps-script/reference/base/button
    return ui !== null && ui.alert(title, message, ui.ButtonSet.OK_CANCEL) === ui.Button.OK;
  },
  openSidebar() {
    screen()?.showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle(SIDEBAR_TITLE));
  },
};
