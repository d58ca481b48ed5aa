/** A plan: its totals, its changes to look through and tick, and the way to send it. */
import type { JSX } from 'preact';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { PlanInfo, PlanItem } from '../../../src/app/contract';
import { failureOf } from '../../rpc/failure';
import { incomplete, keyOf, sumOf, type Picks, type Ticked } from '../../state/picks';
import { cardsOf, narrowed, type Narrowing } from '../../state/plan-cards';
import type { PlanSubject } from '../../state/plan-subject';
import type { Session } from '../../state/session';
import { noColumnWords, emptyWords, madeWords, totalsWords } from '../../words/plan';
import { Notice } from '../Notice';
import { useNow } from '../useNow';
import { ChangeList } from './ChangeList';
import { PlanFilter } from './PlanFilter';
import { SameList } from './SameList';
import { SendBar } from './SendBar';

interface Props {
  kind: PlanSubject['kind'];
  plan: PlanInfo;
  picks: Picks;
  /** Title of the platform: “Torii”. */
  platform: string;
  connected: boolean;
  onTick: (ticked: Ticked) => void;
  /** Rejects with RpcFailure. */
  onSend: (confirmed: boolean) => Promise<void>;
  onAgain: () => void;
  session: Session;
}

export function PlanView(props: Props): JSX.Element {
  const { kind, plan, picks, platform, connected, onTick, onSend, onAgain, session } = props;
  const now = useNow(20_000);
  const [narrowing, narrow] = useState<Narrowing>({ query: '', shown: 'all' });
  const [said, say] = useState('');
  const bar = useRef<HTMLDivElement>(null);
  const cards = useMemo(() => cardsOf(plan), [plan]);
  const listed = useMemo(() => narrowed(cards, narrowing), [cards, narrowing]);
  const sum = useMemo(() => sumOf(plan, picks), [plan, picks]);
  const lacking = useMemo(() => incomplete(plan, picks), [plan, picks]);
  const showCell = useCallback(
    (cell: Pick<PlanItem, 'row' | 'id' | 'field' | 'label'>): void => {
      say('');
      session.showCell(plan.tab, cell).then(
        (shown) => say(shown ? '' : noColumnWords(cell)),
        (thrown: unknown) => say(failureOf(thrown).what),
      );
    },
    [plan, session],
  );
  if (plan.items.length === 0) {
    return (
      <>
        <p>{emptyWords(kind, plan.visibleRowsOnly)}</p>
        <p class="hint">{madeWords(plan, platform, now)}</p>
        <Remarks remarks={plan.remarks} />
      </>
    );
  }
  const going = listed
    .flatMap(({ items }) => items)
    .filter((item) => picks.has(keyOf(item)) && !lacking.has(item.id)).length;
  return (
    <>
      <p class="totals">{totalsWords(plan)}</p>
      <p class="hint">{madeWords(plan, platform, now)}</p>
      <Remarks remarks={plan.remarks} />
      {cards.length > 0 && (
        <>
          <PlanFilter
            plan={plan}
            narrowing={narrowing}
            listed={listed}
            picks={picks}
            onNarrow={narrow}
            onTick={onTick}
          />
          <button
            type="button"
            class="link skip"
            onClick={() => bar.current?.querySelector('button')?.focus()}
          >
            Skip the list
          </button>
          <ChangeList
            key={JSON.stringify(narrowing)}
            cards={listed}
            plan={plan}
            picks={picks}
            lacking={lacking}
            platform={platform}
            onTick={onTick}
            onShowCell={showCell}
          />
        </>
      )}
      <SameList items={plan.items} platform={platform} onShowCell={showCell} />
      <div ref={bar} class="save-bar">
        <p class="cell-gone" role="status">
          {said}
        </p>
        <SendBar
          plan={plan}
          sum={sum}
          unlisted={sum.changes - going}
          platform={platform}
          connected={connected}
          onSend={onSend}
          onAgain={onAgain}
          onRekey={() => session.rekey(plan.provider)}
        />
      </div>
    </>
  );
}

function Remarks({ remarks }: Pick<PlanInfo, 'remarks'>): JSX.Element | null {
  if (remarks.length === 0) return null;
  return (
    <Notice tone="info">
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
    </Notice>
  );
}
