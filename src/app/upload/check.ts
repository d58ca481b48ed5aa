/** Checking an upload: every row is read and packed as it would be sent, its problems are marked in the tab, and nothing is sent. */
import type { Problem } from '../../core/upload/problem';
import type { Ports } from '../../ports';
import type { UploadApi, UploadCheckInfo } from './contract';
import { markProblems, unmark } from './marks';
import { UploadMemory } from './memory';
import { type Packaged, packageOf } from './packaging';
import { namedTab } from './upload-sheet';

/** Problems that are answered; the counts and the tab have all. */
const MOST_PROBLEMS = 500;

const ORDER: Readonly<Record<Problem['severity'], number>> = { error: 0, warning: 1, note: 2 };

/** Throws what packageOf throws. */
export function uploadCheck(ports: Ports, request: UploadApi['uploadCheck']['payload']): UploadCheckInfo {
  const memory = new UploadMemory(ports);
  const packaged = packageOf(ports, request, memory);
  const { tab, target, pack, heads, route, hindrances, since, question, seal } = packaged;
  const remarks = markAll(ports, memory, packaged);
  memory.keepSeal(tab.id, target.target, seal);
  return {
    tab: tab.name,
    target: target.target,
    counts: pack.counts,
    problems: [...pack.problems]
      .sort((one, other) => ORDER[one.severity] - ORDER[other.severity])
      .slice(0, MOST_PROBLEMS),
    bytes: pack.bytes,
    sample: pack.sample,
    files: heads.map(({ name, bytes, records }) => ({ name, bytes, records })),
    route,
    hindrances,
    ...(since ? { since } : {}),
    ...(question === undefined ? {} : { question }),
    seal,
    remarks: [...packaged.remarks, ...remarks],
  };
}

/** Throws UNKNOWN_TAB, and what writing to a tab throws. */
export function uploadUnmark(ports: Ports, { tab }: { readonly tab: string }): { readonly tab: string } {
  unmark(ports, namedTab(ports, tab));
  return { tab };
}

/** Each tab of the upload shows its own problems and no older ones. */
function markAll(
  ports: Ports,
  memory: UploadMemory,
  { sheets, tab: main, pack: { problems } }: Packaged,
): readonly string[] {
  return [...sheets].flatMap(([name, { tab, sheet }]) =>
    markProblems(
      ports,
      memory,
      tab,
      problems.filter((problem) => (problem.tab ?? main.name) === name),
      sheet,
    ),
  );
}
