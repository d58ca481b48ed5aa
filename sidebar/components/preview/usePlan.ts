/** The plan of a preview: asked for, asked for again, and ticked. */
import { useCallback, useEffect, useReducer, useRef } from 'preact/hooks';
import type { PlanInfo } from '../../../src/app/contract';
import { failureOf, type Failure } from '../../rpc/failure';
import { firstPicks, picksAfter, takenOut, type Picks, type Ticked } from '../../state/picks';
import type { PlanSubject } from '../../state/plan-subject';
import type { Session } from '../../state/session';

interface Known {
  readonly asking: boolean;
  readonly plan: PlanInfo | null;
  readonly picks: Picks;
  readonly failure: Failure | null;
  readonly visibleRowsOnly: boolean;
}

type Event =
  | { readonly type: 'ask'; readonly visibleRowsOnly: boolean }
  | { readonly type: 'plan'; readonly plan: PlanInfo }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'tick'; readonly ticked: Ticked };

export interface PlanState extends Known {
  /** Makes a new plan; what was taken out of the one before stays out. */
  readonly ask: (visibleRowsOnly: boolean) => void;
  readonly tick: (ticked: Ticked) => void;
}

const NOTHING: Known = {
  asking: true,
  plan: null,
  picks: new Set(),
  failure: null,
  visibleRowsOnly: false,
};

export function usePlan(subject: PlanSubject, session: Session): PlanState {
  const [known, dispatch] = useReducer(after, NOTHING);
  const latest = useRef(0);
  const ask = useCallback(
    (visibleRowsOnly: boolean): void => {
      const turn = (latest.current += 1);
      const say = (event: Event): void => {
        if (turn === latest.current) dispatch(event);
      };
      say({ type: 'ask', visibleRowsOnly });
      session.preview(subject, visibleRowsOnly).then(
        (plan) => say({ type: 'plan', plan }),
        (thrown: unknown) => say({ type: 'failed', failure: failureOf(thrown) }),
      );
    },
    [subject, session],
  );
  useEffect(() => {
    ask(false);
    return () => {
      latest.current += 1;
    };
  }, [ask]);
  const tick = useCallback((ticked: Ticked): void => dispatch({ type: 'tick', ticked }), []);
  return { ...known, ask, tick };
}

function after(known: Known, event: Event): Known {
  switch (event.type) {
    case 'ask':
      return { ...known, asking: true, failure: null, visibleRowsOnly: event.visibleRowsOnly };
    case 'plan': {
      const out = known.plan ? takenOut(known.plan, known.picks) : undefined;
      return { ...known, asking: false, plan: event.plan, picks: firstPicks(event.plan, out) };
    }
    case 'failed':
      return { ...known, asking: false, failure: event.failure };
    case 'tick':
      return { ...known, picks: picksAfter(known.picks, event.ticked) };
  }
}
