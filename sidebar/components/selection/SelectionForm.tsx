/** Choosing what a tab shows: fields, filters and what becomes of removed records, and saving it by a pull. */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import type { FieldInfo, FilterIdea } from '../../../src/app/contract';
import { refusedPart } from '../../state/refusal';
import { runFailure, runId, type PullOrder, type Run } from '../../state/run';
import { changed, missingIn, orderOf, sameSelection, selectionOf } from '../../state/selection';
import type { Session } from '../../state/session';
import { selectionTitle, type Subject } from '../../state/subject';
import { nameProblem } from '../../state/tab-name';
import { FieldPicker } from '../fields/FieldPicker';
import { FilterPanel } from '../filters/FilterPanel';
import { Panels, type Panel } from '../Panels';
import { RunView } from '../RunView';
import { ScreenHead } from '../ScreenHead';
import { LeaveQuestion } from '../LeaveQuestion';
import { ModeChoice } from './ModeChoice';
import { TabNameInput } from './TabNameInput';

interface Props {
  subject: Subject;
  /** Title of the platform: “Torii”. */
  platform: string;
  fields: readonly FieldInfo[];
  /** An order that was refused, to be mended. */
  tried: PullOrder | undefined;
  ideas: readonly FilterIdea[];
  /** Names that tabs have already. */
  taken: readonly string[];
  runs: readonly Run[];
  session: Session;
}

type Part = 'fields' | 'filters' | 'mode';

const NOTHING_MISSING: ReadonlyMap<number, string> = new Map();

export function SelectionForm(props: Props): JSX.Element {
  const { subject, platform, fields, tried, ideas, taken, runs, session } = props;
  const saved = useMemo(() => selectionOf(subject, fields), [subject, fields]);
  const [selection, change] = useReducer(changed, selectionOf(subject, fields, tried));
  const [part, setPart] = useState<Part>('fields');
  const [leaving, setLeaving] = useState(false);
  const [attempts, setAttempts] = useState(0);
  const [ordered, setOrdered] = useState<string | null>(null);

  const run = runs.find(({ id }) => id === ordered);
  const busy = run !== undefined && run.phase !== 'ended';
  const same = sameSelection(selection, saved);
  const idle = same && typeof subject.tab !== 'string';
  const missing = missingIn(selection, fields);
  const problem = subject.tab === 'another' ? nameProblem(selection.name, taken) : null;
  const finished = run?.info?.state === 'done' && run.phase === 'ended';
  useEffect(() => {
    if (finished) session.close();
  }, [finished]);
  const failure = run && runFailure(run);
  const refused = failure ? refusedPart(failure) : undefined;
  useEffect(() => {
    if (refused) setPart(refused);
  }, [refused]);

  // Where something is missing, the focus goes to the first such place.
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = root.current?.querySelector('[data-missing]');
    const control =
      place?.querySelector<HTMLElement>('select') ?? place?.querySelector<HTMLElement>('button');
    if (attempts > 0) control?.focus();
  }, [attempts]);

  const back = (): void => {
    if (same || busy) session.close();
    else setLeaving(true);
  };
  const save = (): void => {
    setAttempts(attempts + 1);
    if (missing.size > 0) setPart('filters');
    if (missing.size > 0 || problem !== null || busy || idle) return;
    const order = orderOf(subject, selection, saved, fields);
    setOrdered(runId(order));
    session.pull(order);
  };

  const panels: Panel<Part>[] = [
    { name: 'fields', title: 'Fields', count: selection.fields.length },
    { name: 'filters', title: 'Filters', count: selection.conditions.length },
    { name: 'mode', title: 'Removed rows' },
  ];
  return (
    <>
      <ScreenHead title={selectionTitle(subject)} onBack={back} />
      {leaving && <LeaveQuestion onStay={() => setLeaving(false)} onLeave={() => session.close()} />}
      {!busy && (
        <div ref={root} class="choosing">
          {subject.tab === 'another' && (
            <TabNameInput
              name={selection.name}
              problem={attempts > 0 ? problem : null}
              onName={(name) => change({ type: 'set name', name })}
            />
          )}
          <Panels label="What to choose" panels={panels} shown={part} onShow={setPart}>
            {part === 'fields' && <FieldPicker fields={fields} chosen={selection.fields} change={change} />}
            {part === 'filters' && (
              <FilterPanel
                fields={fields}
                selection={selection}
                ideas={ideas}
                missing={attempts > 0 ? missing : NOTHING_MISSING}
                change={change}
              />
            )}
            {part === 'mode' && (
              <ModeChoice
                platform={platform}
                mode={selection.mode}
                onMode={(mode) => change({ type: 'set mode', mode })}
              />
            )}
          </Panels>
        </div>
      )}
      <div class="save-bar">
        {run && <RunView run={run} session={session} retry={false} />}
        {!busy && (
          <p class="actions">
            <button type="button" class="button primary" aria-disabled={idle} onClick={save}>
              {saveLabel(subject)}
            </button>
            <span class="hint">{idle ? 'Nothing is changed yet.' : same ? '' : 'Not saved yet.'}</span>
          </p>
        )}
      </div>
    </>
  );
}

function saveLabel({ tab }: Subject): string {
  if (tab === 'another') return 'Make the tab';
  return tab === 'first' ? 'Pull' : 'Save and refresh';
}
