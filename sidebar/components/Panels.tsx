/** Parts of a screen of which one is shown at a time, chosen by a row of tabs. */
import type { ComponentChildren, JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';

export interface Panel<Name extends string> {
  readonly name: Name;
  readonly title: string;
  /** A figure behind the title: how much is in there. */
  readonly count?: number;
}

interface Props<Name extends string> {
  /** What the tabs together are about. */
  label: string;
  panels: readonly Panel<Name>[];
  shown: Name;
  onShow: (name: Name) => void;
  children: ComponentChildren;
}

/** Arrow keys go from tab to tab, as in https://www.w3.org/WAI/ARIA/apg/patterns/tabs/. */
export function Panels<Name extends string>(props: Props<Name>): JSX.Element {
  const { label, panels, shown, onShow, children } = props;
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const go = (event: KeyboardEvent): void => {
    const at = panels.findIndex(({ name }) => name === shown);
    const step = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: panels.length - 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const place = (step + panels.length) % panels.length;
    const next = panels[place];
    if (next) onShow(next.name);
    row.current?.querySelectorAll<HTMLElement>('[role="tab"]')[place]?.focus();
  };
  return (
    <>
      <div ref={row} class="panel-tabs" role="tablist" aria-label={label} onKeyDown={go}>
        {panels.map(({ name, title, count }) => (
          <button
            key={name}
            id={`${id}-${name}`}
            type="button"
            role="tab"
            aria-selected={name === shown}
            aria-controls={`${id}-panel`}
            tabIndex={name === shown ? 0 : -1}
            onClick={() => onShow(name)}
          >
            {title} {count !== undefined && count > 0 && <span class="panel-count">{count}</span>}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${shown}`} class="panel">
        {children}
      </div>
    </>
  );
}
