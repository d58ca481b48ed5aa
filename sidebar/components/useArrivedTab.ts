/** The focus goes with what a person pulled: the button was taken away from under it, and the card moved up. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { TabInfo } from '../../src/app/contract';
import { isUnderWay, type Run } from '../state/run';

/** Only while nothing else has the focus and nothing else that was asked for is still to come. */
export function useArrivedTab(tabs: readonly TabInfo[], runs: readonly Run[]): void {
  const known = useRef<ReadonlySet<string>>(new Set(tabs.map(({ tab }) => tab)));
  const arrived = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    arrived.current = tabs.find(({ tab }) => !known.current.has(tab))?.tab ?? arrived.current;
    known.current = new Set(tabs.map(({ tab }) => tab));
    if (arrived.current === undefined || runs.some(isUnderWay)) return;
    const button = document.querySelector<HTMLElement>(
      `[aria-label="Refresh ${CSS.escape(arrived.current)}"]`,
    );
    arrived.current = undefined;
    if (document.hasFocus() && document.activeElement === document.body) button?.focus();
  }, [tabs, runs]);
}
