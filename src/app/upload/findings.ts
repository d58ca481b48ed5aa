/** What a platform said about records, brought back to the rows that they came from. */
import { told } from '../../core/change/told';
import type { Problem } from '../../core/upload/problem';
import type { Ports } from '../../ports';
import type { Finding } from '../../providers/uploading';
import { markProblems } from './marks';
import type { UploadMemory } from './memory';
import { RecordPlaces } from './record-places';
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
  const places = new RecordPlaces(ports, memory, head);
  const located = findings.map((finding) => locate(places, head, finding));
  const tabs = new Map(located.map(({ tab }) => [tab.id, tab]));
  for (const tab of tabs.values()) {
    const problems = located.flatMap((each) => (each.tab.id === tab.id ? [each.problem] : []));
    markProblems(ports, memory, tab, problems);
  }
  const first = located.slice(0, MOST_TOLD).map((each) => inWords(each, tabs.size > 1));
  const more = located.length - first.length;
  if (more === 0) return first;
  return [...first, `${more} more ${more === 1 ? 'is' : 'are'} marked in the tab.`];
}

function locate(places: RecordPlaces, head: StagedHead, finding: Finding): Located {
  const { entity, page, index, field, message } = finding;
  const file = head.files.findIndex((each) => each.entity === entity && each.page === page);
  const source = head.sources.find(({ target }) => target === head.files[file]?.target);
  const record = file < 0 || index === undefined ? null : places.find(file, index);
  const row = record?.row;
  const column = field === undefined ? undefined : source?.columns[field];
  return {
    tab: source?.tab ?? head.tab,
    problem: {
      severity: 'error',
      code: 'refused',
      // No other row is to be blamed for one that was deleted or written anew since.
      message: record && row === undefined ? `${told(record.name)}: ${message}` : message,
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
