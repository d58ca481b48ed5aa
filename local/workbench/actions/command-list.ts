/** Everything that the page can ask for, by name. */
import type { Desk } from '../../desk';
import { cellName } from '../../runtime/workbook/a1';
import type { Command, Commands } from '../protocol';
import type { ScreenFeed } from '../screen-feed';
import { makeTrouble } from './faults';
import { changeRemote } from './remote';
import { SheetActions } from './sheet-actions';

/** What the commands act on. */
export interface Stage {
  readonly desk: Desk;
  readonly feed: ScreenFeed;
  /** False where the real platform stands in the place of the local tenant. */
  readonly localTenant: boolean;
  /** Connects with the key of the environment. */
  readonly connectReal: () => Promise<void>;
  keyRevoked: boolean;
}

type CommandList = { readonly [Name in Command]: (body: Commands[Name]) => Promise<void> | void };

/** Each throws an Error with words for the person. */
export function commandList(stage: Stage): CommandList {
  const { desk, feed } = stage;
  const sheets = new SheetActions(desk);
  const tenant = () => {
    if (!stage.localTenant) throw new Error('The workbench points at the real platform.');
    return desk.torii;
  };
  return {
    type: async ({ tab, cells }) => {
      const sheet = desk.workbook.sheetById(tab);
      if (!sheet) throw new Error('That tab is not there any more.');
      for (const { row, column, text } of cells) await desk.tab(sheet.name).type(cellName(row, column), text);
    },
    structure: (body) => sheets.structure(body),
    move: (body) => sheets.move(body),
    sort: (body) => sheets.sort(body),
    resize: (body) => sheets.resize(body),
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
    fault: ({ fault }) => {
      stage.keyRevoked = makeTrouble(tenant(), fault) ?? stage.keyRevoked;
    },
    remote: (body) => changeRemote(tenant(), body),
    connectReal: () => stage.connectReal(),
  };
}
