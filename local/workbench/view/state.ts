/** Everything of the desk that is on screen. */
import type { Desk } from '../../desk';
import type { RealProvider, ScreenState } from '../protocol';
import type { ScreenFeed } from '../screen-feed';
import { tabView } from './tab';

export interface StateSources {
  readonly desk: Desk;
  readonly feed: ScreenFeed;
  readonly behind: number;
  readonly real: RealProvider | null;
}

export function screenState({ desk, feed, behind, real }: StateSources): ScreenState {
  const { workbook } = desk;
  return {
    title: workbook.name,
    version: workbook.version,
    activeTab: workbook.active.id,
    led: desk.screen.led,
    tabs: workbook.sheets().map(tabView),
    menus: feed.menus,
    questions: feed.questions,
    frames: feed.frames,
    toasts: feed.toasts,
    running: desk.executions.filter(({ outcome }) => outcome === 'running').map((each) => each.function),
    now: desk.clock.now().getTime(),
    timeZone: workbook.timeZone,
    locale: workbook.locale,
    behind,
    real,
    localKeys: real
      ? []
      : [
          { title: 'Torii', apiKey: desk.torii.apiKey },
          { title: 'Zluri', apiKey: desk.zluri.apiKey },
        ],
  };
}
