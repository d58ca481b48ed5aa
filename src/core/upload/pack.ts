/** Turns the tabs of an upload into what is sent, and says what became of every row. */
import { packCsv } from './csv';
import { refuseDuplicates } from './duplicates';
import { badTerms, chosenTerms, refuseContradictions } from './licence-terms';
import { withLicenceNames } from './licence-words';
import { type Licence, LicenceList } from './licences';
import { mergeRows } from './merging';
import type { UploadCounts, UploadPackage, UploadPart } from './package';
import type { Packed } from './packed';
import { PartRows } from './part-rows';
import { packPeople } from './people';
import type { Problem } from './problem';
import { identityWords, type RowRecord } from './record';
import { packRecords } from './records';
import { refuseUnknown } from './references';
import { goneByLeavingOut, inOrder, missingParts, nothingValid, tooLarge } from './upload-problems';

interface PackedPart extends Packed {
  readonly rows: PartRows;
  readonly isMain: boolean;
  readonly records: readonly RowRecord[];
  /** Of a people file. */
  readonly licences?: readonly Licence[];
}

/**
 * `main` is the target that the person started from; its choice to leave rows out holds for all parts. Rows with errors are
 * never packed. Whether the rest may be sent is for the caller to say: not while there are errors that are not left out, and
 * never with an error of the upload as a whole.
 */
export function packParts(parts: readonly UploadPart[], main: string): UploadPackage {
  const rows = [...parts]
    .sort((one, other) => one.target.order - other.target.order)
    .map((part) => new PartRows(part));
  const leaveOut = parts.find(({ target }) => target.target === main)?.choices.leaveOut === true;
  refuseRows(rows, leaveOut);

  const packed = rows.map((each) => packPart(each, each.part.target.target === main));
  const lead = packed.find(({ isMain }) => isMain);
  const filled = lead && lead.records.length > 0 ? packed.filter(({ records }) => records.length > 0) : [];
  const files = filled.flatMap((part) => part.files);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const ofUpload = [
    ...missingParts(parts),
    ...packed.flatMap(({ records, rows: { part }, isMain }) =>
      records.length === 0 ? [nothingValid(part, isMain)] : [],
    ),
    ...(lead ? tooLarge(lead.rows.part.target, bytes) : []),
    ...parts.flatMap(({ choices }) => badTerms(chosenTerms(choices))),
    ...(leaveOut ? rows.flatMap(goneByLeavingOut) : []),
  ];
  const problems = inOrder(ofUpload, rows);
  return {
    files,
    bytes,
    counts: countsOf(packed, problems, leaveOut),
    problems,
    identities: Object.fromEntries(packed.map((part) => [part.rows.part.target.target, identitiesOf(part)])),
    sample: lead?.sample ?? null,
  };
}

/** Takes rows out until what is left agrees with itself: a row that goes may be one that others refer to. */
function refuseRows(parts: readonly PartRows[], leaveOut: boolean): void {
  const refused = (): number => parts.reduce((sum, part) => sum + part.refused, 0);
  for (const rows of parts) {
    const { shape } = rows.part.target;
    if (shape.kind === 'people') refuseContradictions(rows, chosenTerms(rows.part.choices));
  }
  let before: number;
  do {
    before = refused();
    refuseUnknown(parts, leaveOut);
    parts.forEach(refuseDuplicates);
  } while (refused() > before);
}

function packPart(rows: PartRows, isMain: boolean): PackedPart {
  const { part } = rows;
  const { target } = part;
  const { shape } = target;
  const records = mergeRows(rows);
  const own = { rows, isMain, records };
  switch (shape.kind) {
    case 'records':
      return { ...own, ...packRecords(target, shape, withLicenceNames(part, records)) };
    case 'csv':
      return { ...own, ...packCsv(target, shape, withLicenceNames(part, records)) };
    case 'people': {
      const list = new LicenceList(rows, chosenTerms(part.choices));
      for (const person of records) list.add(person);
      const licences = list.list();
      return { ...own, licences, ...packPeople(target, shape, records, licences) };
    }
  }
}

function countsOf(
  parts: readonly PackedPart[],
  problems: readonly Problem[],
  leaveOut: boolean,
): UploadCounts {
  const lead = parts.find(({ isMain }) => isMain);
  const records = lead?.records.length ?? 0;
  const sum = (count: (part: PackedPart) => number): number =>
    parts.reduce((total, part) => total + count(part), 0);
  const having = (severity: Problem['severity']): number =>
    problems.filter((problem) => problem.severity === severity).length;
  return {
    rows: sum(({ rows }) => rows.part.rows.length),
    records,
    ...(lead?.licences
      ? {
          users: records,
          licenses: lead.licences.length,
          assignments: lead.licences.reduce((total, { users }) => total + users.length, 0),
        }
      : {}),
    merged: sum((part) => part.rows.kept().length - part.records.length),
    leftOut: leaveOut ? sum(({ rows }) => rows.refused) : 0,
    errors: having('error'),
    warnings: having('warning'),
    parts: Object.fromEntries(parts.map((part) => [part.rows.part.target.target, part.records.length])),
  };
}

function identitiesOf({ rows, records }: PackedPart): readonly string[] {
  return [...new Set(records.map(({ values }) => identityWords(rows.part.target, values)))].sort();
}
