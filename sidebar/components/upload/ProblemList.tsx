/** The problems of a check by their kind, each with its row: a click shows the cell. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { UploadCheckInfo } from '../../../src/app/upload/contract';
import type { Problem, Severity } from '../../../src/core/upload/problem';
import { failureOf } from '../../rpc/failure';
import type { Session } from '../../state/session';
import { groupedProblems, type ProblemGroup } from '../../state/upload-problems';
import { groupWords, problemPlaceWords } from '../../words/upload-problem';
import { listedWords } from '../../words/upload';
import { Icon } from '../Icon';

interface Props {
  tab: string;
  problems: readonly Problem[];
  counts: UploadCheckInfo['counts'];
  session: Session;
}

/** Of each kind, before somebody asks for all. */
const AT_ONCE = 5;
const ICONS: Readonly<Record<Severity, 'warning' | 'info'>> = {
  error: 'warning',
  warning: 'warning',
  note: 'info',
};

export function ProblemList({ tab, problems, counts, session }: Props): JSX.Element {
  const [said, say] = useState('');
  const [marked, setMarked] = useState(problems.some(({ row }) => row !== undefined));
  const tell = (thrown: unknown): void => {
    const { what, next } = failureOf(thrown);
    say(`${what} ${next}`);
  };
  const show = ({ tab: other = tab, row = 1, column }: Problem): void => {
    say('');
    session.uploads
      .showCell(other, row, column)
      .then((shown) => say(shown ? '' : `The column “${column}” is gone, so the row is shown.`), tell);
  };
  const unmark = (): void => {
    say('');
    session.uploads.unmark(tab).then(() => {
      setMarked(false);
      say('The marks are gone. The next check makes them again.');
    }, tell);
  };
  return (
    <div class="problems">
      {groupedProblems(problems).map((group) => (
        <Group key={`${group.severity} ${group.code}`} tab={tab} group={group} onShow={show} />
      ))}
      <p class="hint">
        {listedWords(problems.length, counts)}
        {marked && (
          <>
            They are marked in the tab.{' '}
            <button type="button" class="link" onClick={unmark}>
              Take the marks out
            </button>
          </>
        )}
      </p>
      <p role="status">{said}</p>
    </div>
  );
}

interface GroupProps {
  tab: string;
  group: ProblemGroup;
  onShow: (problem: Problem) => void;
}

function Group({ tab, group, onShow }: GroupProps): JSX.Element {
  const { severity, code, problems, remedy } = group;
  const [all, setAll] = useState(false);
  const shown = all ? problems : problems.slice(0, AT_ONCE);
  return (
    <section class={`problem-group ${severity}`}>
      <h3>
        <Icon name={ICONS[severity]} />
        <span>{groupWords(severity, code, problems.length)}</span>
      </h3>
      <ul>
        {shown.map((problem, place) => (
          <li key={place}>
            {problem.row !== undefined && (
              <button type="button" class="link" title="Show the cell" onClick={() => onShow(problem)}>
                {problemPlaceWords(problem, tab)}
              </button>
            )}{' '}
            {problem.message}
            {remedy === undefined && <span class="hint"> {problem.remedy}</span>}
          </li>
        ))}
      </ul>
      {problems.length > shown.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          Show all {problems.length}
        </button>
      )}
      {remedy !== undefined && <p class="hint">{remedy}</p>}
    </section>
  );
}
