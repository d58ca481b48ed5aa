/** The desk as the server last told it. */
import { useEffect, useState } from 'preact/hooks';
import type { ScreenState } from '../../protocol';
import { listen } from './client';

export interface DeskView {
  /** Null until the first word from the server. */
  readonly state: ScreenState | null;
  /** Virtual milliseconds since 1970. */
  readonly now: number;
  readonly online: boolean;
}

export function useDesk(): DeskView {
  const [state, setState] = useState<ScreenState | null>(null);
  const [now, setNow] = useState(0);
  const [online, setOnline] = useState(true);
  useEffect(
    () =>
      listen({
        state: (next) => {
          setState(next);
          setNow(next.now);
        },
        clock: setNow,
        online: setOnline,
      }),
    [],
  );
  return { state, now, online };
}
