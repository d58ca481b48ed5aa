/** The whole page: bars above, the grid with the sidebar beside it, tabs and the panel behind the scenes below. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ScreenState } from '../protocol';
import { Behind } from './behind/Behind';
import { Dialogs } from './dialogs/Dialogs';
import { Toasts } from './dialogs/Toasts';
import { SheetView } from './grid/SheetView';
import { MenuBar } from './menu/MenuBar';
import { TitleBar } from './menu/TitleBar';
import { SidebarView } from './SidebarView';
import { useDesk } from './server/use-desk';
import { TabStrip } from './tabs/TabStrip';
import { useTrouble } from './trouble';

export interface Views {
  readonly behind: boolean;
  readonly hiddenTabs: boolean;
}

export function App(): JSX.Element {
  const { state, now, online } = useDesk();
  if (!state) return <p class="opening">Opening the workbench …</p>;
  return <Workbench state={state} now={now} online={online} />;
}

interface Props {
  state: ScreenState;
  now: number;
  online: boolean;
}

function Workbench({ state, now, online }: Props): JSX.Element {
  const [views, setViews] = useState<Views>({ behind: false, hiddenTabs: false });
  const { trouble, attempt, forget } = useTrouble();
  const tab = state.tabs.find(({ id }) => id === state.activeTab) ?? state.tabs[0];
  const sidebar = state.frames.find(({ kind }) => kind === 'sidebar');
  return (
    <div class="workbench">
      <TitleBar state={state} now={now} online={online} views={views} setViews={setViews} />
      <MenuBar state={state} views={views} setViews={setViews} attempt={attempt} />
      <div class="middle">
        <div class="file">
          {tab && <SheetView tab={tab} version={state.version} led={state.led} attempt={attempt} />}
          {views.behind && <Behind state={state} now={now} attempt={attempt} />}
          <TabStrip state={state} showHidden={views.hiddenTabs} attempt={attempt} />
        </div>
        {sidebar && <SidebarView key={sidebar.id} frame={sidebar} now={now} attempt={attempt} />}
      </div>
      <Dialogs state={state} now={now} attempt={attempt} />
      <Toasts toasts={state.toasts} trouble={trouble} onForget={forget} />
    </div>
  );
}
