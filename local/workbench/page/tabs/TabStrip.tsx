/** The tabs at the bottom: choose, rename, copy, delete, add. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ScreenState, TabView } from '../../protocol';
import { Menu } from '../menu/Menu';
import { perform } from '../server/client';
import type { Attempt } from '../trouble';

interface Props {
  state: ScreenState;
  showHidden: boolean;
  attempt: Attempt;
}

interface OpenMenu {
  readonly tab: TabView;
  readonly left: number;
}

export function TabStrip({ state, showHidden, attempt }: Props): JSX.Element {
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [renaming, setRenaming] = useState<number | null>(null);
  const tabs = state.tabs.filter(({ hidden, id }) => !hidden || showHidden || id === state.activeTab);
  const act = (tab: TabView, action: 'activate' | 'delete' | 'duplicate'): void =>
    attempt(perform('tab', { tab: tab.id, action }));
  const rename = (tab: TabView, name: string): void => {
    setRenaming(null);
    if (name !== '' && name !== tab.name) {
      attempt(perform('tab', { tab: tab.id, action: 'rename', name }));
    }
  };
  return (
    <footer class="tab-strip">
      <button
        type="button"
        class="plain add"
        aria-label="New tab"
        title="New tab"
        onClick={() => attempt(perform('newTab', {}))}
      >
        +
      </button>
      <div class="tabs" role="tablist">
        {tabs.map((tab) =>
          renaming === tab.id ? (
            <input
              key={tab.id}
              class="rename"
              aria-label="Name of the tab"
              defaultValue={tab.name}
              ref={(input) => input?.select()}
              onBlur={(event) => rename(tab, event.currentTarget.value.trim())}
              onKeyDown={(event) => {
                if (event.key === 'Enter') event.currentTarget.blur();
                if (event.key === 'Escape') setRenaming(null);
              }}
            />
          ) : (
            <button
              key={tab.id}
              type="button"
              role="tab"
              class={tab.hidden ? 'tab hidden-tab' : 'tab'}
              aria-selected={tab.id === state.activeTab}
              title={tab.hidden ? 'A hidden tab' : 'Double-click to rename'}
              onClick={() => act(tab, 'activate')}
              onDblClick={() => setRenaming(tab.id)}
              onContextMenu={(event) => {
                event.preventDefault();
                setMenu({ tab, left: event.clientX });
              }}
            >
              {tab.name}
            </button>
          ),
        )}
      </div>
      {menu && (
        <>
          <div class="veil" onMouseDown={() => setMenu(null)} />
          <Menu
            label={menu.tab.name}
            style={{ position: 'fixed', left: `${String(menu.left)}px`, bottom: '36px', top: 'auto' }}
            onClose={() => setMenu(null)}
            items={[
              { label: 'Rename', run: () => setRenaming(menu.tab.id) },
              { label: 'Duplicate', run: () => act(menu.tab, 'duplicate') },
              { label: 'Delete', run: () => act(menu.tab, 'delete') },
            ]}
          />
        </>
      )}
    </footer>
  );
}
