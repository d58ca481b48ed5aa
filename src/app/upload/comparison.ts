/** An upload beside the one before it: who is new, who is gone, and what a person has to say to that. */
import type { UploadPackage, UploadPart } from '../../core/upload/package';
import type { Problem } from '../../core/upload/problem';
import { fewerQuestion, since } from '../../core/upload/since';
import type { UploadTarget } from '../../core/upload/target';
import type { UploadCheckInfo } from './contract';
import type { UploadMemory } from './memory';

export interface Comparison {
  /** Of the main target; absent where nothing was sent before. */
  readonly since?: NonNullable<UploadCheckInfo['since']>;
  /** To be answered yes before it is sent. */
  readonly question?: string;
  readonly problems: readonly Problem[];
  readonly remarks: readonly string[];
  /** By target, what identifies what was sent before. */
  readonly before: UploadPackage['identities'];
}

/** Where an upload comes from and goes to. */
interface Way {
  readonly tab: number;
  readonly target: UploadTarget;
  readonly place: string;
  /** The platform’s name. */
  readonly platform: string;
}

/** Names that are told of people who are gone. */
const MOST_GONE = 20;

/** Every list of the upload is compared with what it was: a group that loses its people matters as much as the people. */
export function compareWithLast(
  memory: UploadMemory,
  { tab, target, place, platform }: Way,
  parts: readonly UploadPart[],
  now: UploadPackage['identities'],
): Comparison {
  const latest = memory.latestOf(tab, target, place);
  if (!latest) return { problems: [], remarks: [], before: {} };
  const before = memory.identities(latest.upload);
  const differences = parts.flatMap((part) => {
    const names = before?.[part.target.target];
    if (!names) return [];
    const { added, gone } = since(names, now[part.target.target] ?? []);
    // Of what only ever adds nothing goes, and what was sent before is not in it again.
    const difference = { added, gone: part.target.missing === 'stays' ? [] : gone };
    return [{ part, difference, asked: fewerQuestion(part.target, difference, names.length, platform) }];
  });
  const main = differences.find(({ part }) => part.target.target === target.target)?.difference;
  const questions = differences.flatMap(({ asked }) => (asked?.asks ? [asked.words] : []));
  return {
    ...(main
      ? {
          since: {
            at: new Date(latest.at).toISOString(),
            added: main.added,
            gone: main.gone.length,
            goneNames: main.gone.slice(0, MOST_GONE),
          },
        }
      : {}),
    ...(questions.length > 0 ? { question: questions.join(' ') } : {}),
    problems: differences.flatMap(({ part, asked }) =>
      asked ? [fewer(asked.words, parts.length > 1 ? part.tab : undefined)] : [],
    ),
    remarks: before ? [] : [UNREADABLE],
    before: before ?? {},
  };
}

const UNREADABLE =
  'Somebody has changed the hidden tab in which the last upload is kept, so this one could not be compared with it.';

function fewer(message: string, tab: string | undefined): Problem {
  return {
    severity: 'warning',
    code: 'fewer',
    ...(tab === undefined ? {} : { tab }),
    message,
    remedy: 'Look whether the export is whole, and whether rows were left out that belong in.',
  };
}
