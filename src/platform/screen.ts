/** The dialogs of the person who runs this, where there is one. */

type Ui = GoogleAppsScript.Base.Ui;

/** Null in a run of a trigger: there is nobody to show anything to. [M] The words are Google's own, met by developers. */
export function screen(): Ui | null {
  try {
    return SpreadsheetApp.getUi();
  } catch (thrown) {
    if (thrown instanceof Error && /getUi/.test(thrown.message)) return null;
    throw thrown;
  }
}
