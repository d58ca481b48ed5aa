/** Puts a menu into the spreadsheet's menu bar; works without any permission, as onOpen must. */

export interface MenuItem {
  readonly label: string;
  /** Name of the global function that the item runs. */
  readonly run?: string;
  readonly items?: readonly MenuItem[];
}

/** https://developers.google.com/apps-script/guides/menus */
export function showMenu(title: string, items: readonly MenuItem[]): void {
  build(title, items).addToUi();
}

function build(title: string, items: readonly MenuItem[]): GoogleAppsScript.Base.Menu {
  const menu = SpreadsheetApp.getUi().createMenu(title);
  for (const { label, run, items: inner } of items) {
    if (inner) menu.addSubMenu(build(label, inner));
    else if (run) menu.addItem(label, run);
    else menu.addSeparator();
  }
  return menu;
}
