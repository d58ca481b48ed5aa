/** What a platform said about records, brought back to the rows that they came from. */
import type { Problem } from '../../core/upload/problem';
import type { Ports } from '../../ports';
import type { Finding } from '../../providers/uploading';
import { markProblems } from './marks';
import type { UploadMemory } from './memory';
import type { StagedHead, TabName } from './staged-head';

/** Findings that are told in words; the tab has them all. */
const MOST_TOLD = 5;

/** Characters of one that are told. */
const LONGEST = 150;

interface Located {
  readonly tab: TabName;
  readonly problem: Problem;
}

/** Marks the rows in their tabs, and says the first of them in words; [] where there is nothing to say. */
export function bringBack(
  ports: Ports,
  memory: UploadMemory,
  head: StagedHead,
  findings: readonly Finding[],
): readonly string[] {
  if (findings.length === 0) return [];
  const located = findings.map((finding) => locate(memory, head, finding));
  const tabs = new Map(located.map(({ tab }) => [tab.id, tab]));
  for (const tab of tabs.values()) {
    const problems = located.flatMap((each) => (each.tab.id === tab.id ? [each.problem] : []));
    markProblems(ports, tab, problems);
  }
  const told = located.slice(0, MOST_TOLD).map((each) => inWords(each, tabs.size > 1));
  const more = located.length - told.length;
  return more > 0 ? [...told, `${more} more are marked in the tab.`] : told;
}

function locate(memory: UploadMemory, head: StagedHead, finding: Finding): Located {
  const { entity, page, index, field, message } = finding;
  const place = head.files.findIndex((file) => file.entity === entity && file.page === page);
  const source = head.sources.find(({ target }) => target === head.files[place]?.target);
  const row = place < 0 || index === undefined ? undefined : memory.rows(head.upload, place)[index];
  const column = field === undefined ? undefined : source?.columns[field];
  return {
    tab: source?.tab ?? head.tab,
    problem: {
      severity: 'error',
      code: 'refused',
      message,
      remedy: 'Mend it, then check and send again.',
      ...(row === undefined ? {} : { row }),
      ...(column === undefined ? {} : { column }),
      ...(field === undefined ? {} : { field }),
    },
  };
}

function inWords({ tab, problem: { row, column, message } }: Located, isOneOfSeveral: boolean): string {
  const short = message.length > LONGEST ? `${message.slice(0, LONGEST)} …` : message;
  const where = [
    ...(isOneOfSeveral ? [`“${tab.name}”`] : []),
    ...(row === undefined ? [] : [`row ${row}`]),
    ...(column === undefined ? [] : [`“${column}”`]),
  ].join(', ');
  return where === '' ? short : `${where.charAt(0).toUpperCase()}${where.slice(1)}: ${short}`;
}
