/** A menu that has dropped down, with menus inside it; also the menu of a right click. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface MenuItem {
  readonly label: string;
  readonly run?: () => void;
  readonly items?: readonly MenuItem[];
  readonly checked?: boolean;
  readonly separator?: boolean;
}

interface Props {
  items: readonly MenuItem[];
  label: string;
  onClose: () => void;
  /** Left or right was pressed where nothing lies inside: to the neighbouring menu. */
  onStep?: (by: number) => void;
  style?: Readonly<Record<string, string>>;
}

export function Menu({ items, label, onClose, onStep, style }: Props): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  const [inner, setInner] = useState<number | null>(null);
  useLayoutEffect(() => list.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus(), []);

  const key = (event: KeyboardEvent, item: MenuItem, index: number): void => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>(':scope > li > [role^="menuitem"]') ?? [])];
    const place = all.indexOf(event.currentTarget as HTMLElement);
    const moves: Record<string, () => void> = {
      ArrowDown: () => all[(place + 1) % all.length]?.focus(),
      ArrowUp: () => all[(place - 1 + all.length) % all.length]?.focus(),
      ArrowRight: () => (item.items ? setInner(index) : onStep?.(1)),
      ArrowLeft: () => onStep?.(-1),
      Escape: onClose,
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  };

  return (
    <ul ref={list} class="menu" role="menu" aria-label={label} {...(style ? { style } : {})}>
      {items.map((item, index) =>
        item.separator ? (
          <li key={index} role="separator" />
        ) : (
          <li
            key={index}
            role="none"
            onMouseMove={(event) => isRealMove(event) && setInner(item.items ? index : null)}
          >
            <button
              type="button"
              {...(item.checked === undefined
                ? { role: 'menuitem' as const }
                : { role: 'menuitemcheckbox' as const, 'aria-checked': item.checked })}
              {...(item.items ? { 'aria-haspopup': 'menu' as const, 'aria-expanded': inner === index } : {})}
              onKeyDown={(event) => key(event, item, index)}
              onClick={() => {
                if (item.items) return setInner(index);
                onClose();
                item.run?.();
              }}
            >
              <span class="mark" aria-hidden="true">
                {item.checked ? '✓' : ''}
              </span>
              <span>{item.label}</span>
              {item.items && (
                <span class="more" aria-hidden="true">
                  ▸
                </span>
              )}
            </button>
            {item.items && inner === index && (
              <Menu items={item.items} label={item.label} onClose={onClose} onStep={() => setInner(null)} />
            )}
          </li>
        ),
      )}
    </ul>
  );
}

/** A menu that opens under a resting pointer gets a move too, which must not undo what the keyboard does. */
export function isRealMove(event: MouseEvent): boolean {
  return event.movementX !== 0 || event.movementY !== 0;
}
