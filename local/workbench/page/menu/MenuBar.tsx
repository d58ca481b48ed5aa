/** The menu bar: the workbench's own few menus, then those that the script has added. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MenuView, ScreenState } from '../../protocol';
import type { Views } from '../App';
import { perform } from '../server/client';
import type { Attempt } from '../trouble';
import { isRealMove, Menu, type MenuItem } from './Menu';

interface Props {
  state: ScreenState;
  views: Views;
  setViews: (views: Views) => void;
  attempt: Attempt;
}

export function MenuBar({ state, views, setViews, attempt }: Props): JSX.Element {
  const [open, setOpen] = useState<number | null>(null);
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const clickOutside = (event: MouseEvent): void => {
      if (!bar.current?.contains(event.target as Node)) setOpen(null);
    };
    // A click into a frame takes the focus away without a click here.
    const leave = (): void => setOpen(null);
    document.addEventListener('mousedown', clickOutside);
    window.addEventListener('blur', leave);
    return () => {
      document.removeEventListener('mousedown', clickOutside);
      window.removeEventListener('blur', leave);
    };
  }, []);

  const menus: { label: string; items: readonly MenuItem[] }[] = [
    { label: 'File', items: fileItems() },
    { label: 'View', items: viewItems(views, setViews) },
    { label: 'Insert', items: [{ label: 'New tab', run: () => attempt(perform('newTab', {})) }] },
    ...state.menus.map((menu) => ({
      label: menu.label,
      items: scriptItems(menu, [menu.label], (path) => attempt(perform('menu', { path }))),
    })),
  ];
  const step = (from: number, by: number): void => setOpen((from + by + menus.length) % menus.length);
  return (
    <nav ref={bar} class="menu-bar" role="menubar" aria-label="Menu">
      {menus.map(({ label, items }, index) => (
        <div key={label} class="menu-place">
          <button
            type="button"
            role="menuitem"
            aria-haspopup="menu"
            aria-expanded={open === index}
            onClick={() => setOpen(open === index ? null : index)}
            onMouseMove={(event) => open !== null && isRealMove(event) && setOpen(index)}
            onKeyDown={(event) => event.key === 'ArrowDown' && setOpen(index)}
          >
            {label}
          </button>
          {open === index && (
            <Menu
              items={items}
              onClose={() => setOpen(null)}
              onStep={(by) => step(index, by)}
              label={label}
            />
          )}
        </div>
      ))}
    </nav>
  );
}

function fileItems(): MenuItem[] {
  return [
    {
      label: 'Download .xlsx',
      run: () => {
        location.href = '/workbook.xlsx';
      },
    },
  ];
}

function viewItems(views: Views, setViews: (views: Views) => void): MenuItem[] {
  return [
    {
      label: 'Behind the scenes',
      checked: views.behind,
      run: () => setViews({ ...views, behind: !views.behind }),
    },
    {
      label: 'Hidden tabs',
      checked: views.hiddenTabs,
      run: () => setViews({ ...views, hiddenTabs: !views.hiddenTabs }),
    },
  ];
}

function scriptItems(
  menu: MenuView,
  path: readonly string[],
  run: (path: readonly string[]) => void,
): MenuItem[] {
  return (menu.children ?? []).map((item) => {
    if (item.separator) return { label: '', separator: true };
    const way = [...path, item.label];
    return item.children
      ? { label: item.label, items: scriptItems(item, way, run) }
      : { label: item.label, run: () => run(way) };
  });
}
