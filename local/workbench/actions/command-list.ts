/** Everything that the page can ask for, by name. */
import type { Desk } from '../../desk';
import { cellName } from '../../runtime/workbook/a1';
import type { LocalTenant } from '../local-tenant';
import type { Command, Commands, ProviderId } from '../protocol';
import type { ScreenFeed } from '../screen-feed';
import { changeRemote } from './remote';
import { SheetActions } from './sheet-actions';

/** What the commands act on. */
export interface Stage {
  readonly desk: Desk;
  readonly feed: ScreenFeed;
  /** None where the real platform stands in their place. */
  readonly tenants: readonly LocalTenant[];
  /** Connects with the key of the environment. */
  readonly connectReal: () => Promise<void>;
}

type CommandList = { readonly [Name in Command]: (body: Commands[Name]) => Promise<void> | void };

/** Each throws an Error with words for the person. */
export function commandList(stage: Stage): CommandList {
  const { desk, feed } = stage;
  const sheets = new SheetActions(desk);
  const tenant = (provider: ProviderId): LocalTenant => {
    const found = stage.tenants.find((each) => each.provider === provider);
    if (!found) throw new Error('The workbench points at the real platform.');
    return found;
  };
  return {
    type: async ({ tab, cells }) => {
      const sheet = desk.workbook.sheetById(tab);
      if (!sheet) throw new Error('That tab is not there any more.');
      const { selection } = sheet;
      for (const { row, column, text } of cells) await desk.tab(sheet.name).type(cellName(row, column), text);
      // Several cells at once are pasted: what was selected stays so.
      sheet.selection = selection;
    },
    structure: (body) => sheets.structure(body),
    move: (body) => sheets.move(body),
    sort: (body) => sheets.sort(body),
    resize: (body) => sheets.resize(body),
    select: (body) => sheets.select(body),
    hideRow: (body) => sheets.hideRow(body),
    filter: (body) => sheets.filter(body),
    showRows: (body) => sheets.showRows(body),
    note: (body) => sheets.note(body),
    tab: (body) => sheets.tab(body),
    newTab: () => sheets.newTab(),
    menu: async ({ path }) => {
      const execution = await desk.menu(...path);
      if (!execution.ok) throw execution.error ?? new Error('The script ended early.');
    },
    answer: ({ question, button, text }) => feed.answer(question, { button, text }),
    closeFrame: ({ frame }) => feed.closeFrame(frame),
    advance: async ({ minutes }) => {
      await desk.clock.advance({ minutes });
    },
    fault: ({ provider, fault }) => tenant(provider).trouble(fault),
    remote: (body) => changeRemote(tenant(body.provider), body),
    connectReal: () => stage.connectReal(),
  };
}
