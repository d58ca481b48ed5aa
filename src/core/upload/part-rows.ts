/** Rows of one tab on their way into a package: which are in, which are out, and what was found on the way. */
import type { ReadRow, UploadPart } from './package';
import type { Problem, ProblemCode, Severity } from './problem';

/** What is wrong with one cell of a row, in words. */
export interface Complaint {
  readonly code: ProblemCode;
  /** Key of the field. */
  readonly field: string;
  readonly message: string;
  readonly remedy: string;
}

export class PartRows {
  /** What was found after the tab was read. */
  readonly found: Problem[] = [];
  private readonly out = new Set<number>();

  /** Rows that could not be read are out from the start. */
  constructor(readonly part: UploadPart) {
    for (const { row, problems } of part.rows) {
      if (problems.some(({ severity }) => severity === 'error')) this.out.add(row);
    }
  }

  /** How many rows are out. */
  get refused(): number {
    return this.out.size;
  }

  kept(): readonly ReadRow[] {
    return this.out.size === 0 ? this.part.rows : this.part.rows.filter((row) => this.has(row));
  }

  has({ row }: ReadRow): boolean {
    return !this.out.has(row);
  }

  /** Takes a row out because of an error. */
  refuse(row: ReadRow, complaint: Complaint): void {
    this.note('error', row, complaint);
    this.out.add(row.row);
  }

  warn(row: ReadRow, complaint: Complaint): void {
    this.note('warning', row, complaint);
  }

  /** Good to know. */
  tell(row: ReadRow, complaint: Complaint): void {
    this.note('note', row, complaint);
  }

  private note(severity: Severity, { row }: ReadRow, { code, field, message, remedy }: Complaint): void {
    const column = this.part.columns[field];
    this.found.push({
      severity,
      code,
      row,
      ...(column === undefined ? {} : { column }),
      field,
      message,
      remedy,
    });
  }
}
