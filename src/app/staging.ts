/** Keeps what a long read has brought in a hidden tab, so that the next execution goes on where this one ends. */
import { type KeptAnswer, readResult, writeResult } from '../core/http/kept-answer';
import type { AnswerKeeper } from '../core/http/replay';
import { isOver } from '../core/jobs/job';
import { JobStore } from '../core/jobs/job-store';
import { cellsOfText, textOfCells } from '../core/table/long-text';
import type { Ports } from '../ports';
import type { CellValue } from '../ports/grid';

/** Unlike the beginning of a snapshot's name, by which a copied file finds its tabs. */
export const STAGING_PREFIX = 'SaaS Ledger reading · ';

/** One property for each job that has such a tab. */
const PREFIX = 'staging.';

/** A read of more than this is kept from its first page on; a smaller one is soon read again. */
const LONG = { records: 10_000, requests: 120 };

/** What was read so long ago is not worth going on from. */
const STALE_MS = 6 * 3_600_000;

/** Rows that are looked up together; a page of a thousand wide records packs into some six cells. */
const LOOK_UP_ROWS = 25;

/** The grid grows by so many rows at once. */
const GROWTH = 500;

interface Stored {
  /** The tab's name; written before the tab is made, so that it can always be found and removed. */
  readonly tab: string;
  /** When the read began, milliseconds since 1970. */
  readonly readAt: number;
}

/** Rows of a request's name and its packed result. */
export class Staging implements AnswerKeeper {
  /** When the read began: what depends on the time of day asks for the same in each execution. Milliseconds since 1970. */
  readAt: number;
  /** How many answers of earlier executions were used. */
  replayed = 0;
  private tab: string | null = null;
  /** By name of the request, the rows in which its results are, the earliest first. */
  private rows = new Map<string, number[]>();
  private nextRow = 1;
  /** Rows that were looked up and not asked for yet. */
  private readonly packed = new Map<number, string>();
  /** Came before the read turned out to be long. */
  private pending: KeptAnswer[] = [];

  constructor(
    private readonly ports: Ports,
    private readonly job: string,
  ) {
    this.readAt = ports.clock.now();
    const text = ports.store.get('document', PREFIX + job);
    if (text !== null) this.open(JSON.parse(text) as Stored);
  }

  has(request: string): boolean {
    return (this.rows.get(request)?.length ?? 0) > 0;
  }

  take(request: string): KeptAnswer['result'] | null {
    const row = this.rows.get(request)?.shift();
    if (row === undefined) return null;
    if (!this.packed.has(row)) this.lookUp(row);
    const text = this.ports.packing.unpack(this.packed.get(row) ?? '');
    this.packed.delete(row);
    const result = text === null ? null : readResult(text);
    if (result !== null) this.replayed += 1;
    return result;
  }

  /** Lasting once this returns, where the read is a long one. */
  keep(answers: readonly KeptAnswer[]): void {
    if (this.tab !== null) {
      this.write(this.tab, answers);
      return;
    }
    this.pending.push(...answers);
    if (this.pending.length > LONG.requests) this.save();
  }

  announce(requests: number): void {
    if (requests > LONG.requests) this.save();
  }

  /** As many records are still to come, or have come. */
  announceRecords(records: number): void {
    if (records > LONG.records) this.save();
  }

  /** Makes what has come last, and what comes from now on. */
  save(): void {
    if (this.tab !== null || this.pending.length === 0) return;
    const stored: Stored = { tab: STAGING_PREFIX + this.job, readAt: this.readAt };
    this.ports.store.set('document', PREFIX + this.job, JSON.stringify(stored));
    this.ports.grid.create(stored.tab, { hidden: true });
    this.tab = stored.tab;
    this.write(stored.tab, this.pending);
    this.pending = [];
  }

  /** Forgets everything: the read begins anew. */
  clear(): void {
    if (this.tab !== null) removeStaging(this.ports, this.job, this.tab);
    this.tab = null;
    this.rows = new Map();
    this.nextRow = 1;
    this.packed.clear();
    this.pending = [];
    this.replayed = 0;
    this.readAt = this.ports.clock.now();
  }

  private open({ tab, readAt }: Stored): void {
    const names =
      this.readAt - readAt < STALE_MS ? this.ports.grid.readRows({ name: tab }, 1, { columns: 1 }) : null;
    // An empty one was cut off while it was made, and may not be hidden yet.
    if (!names || names.length === 0) {
      removeStaging(this.ports, this.job, tab);
      return;
    }
    this.tab = tab;
    this.readAt = readAt;
    this.nextRow = names.length + 1;
    names.forEach(([cell], index) => {
      const name = String(cell);
      this.rows.set(name, [...(this.rows.get(name) ?? []), index + 1]);
    });
  }

  /** With the rows that follow: they are likely to be asked for next. */
  private lookUp(row: number): void {
    const found = this.ports.grid.readRows({ name: this.tab ?? '' }, row, { most: LOOK_UP_ROWS });
    found?.forEach(([, ...cells], index) => this.packed.set(row + index, textOfCells(cells)));
  }

  private write(name: string, answers: readonly KeptAnswer[]): void {
    const rows = answers.map(({ request, result }): CellValue[] => [
      request,
      ...cellsOfText(this.ports.packing.pack(writeResult(result))),
    ]);
    const columns = Math.max(...rows.map((row) => row.length));
    const values = rows.map((row) => [...row, ...new Array<string>(columns - row.length).fill('')]);
    const last = this.nextRow + rows.length - 1;
    this.ports.grid.execute({
      tab: { name },
      operations: [
        { kind: 'grow', rows: Math.ceil(last / GROWTH) * GROWTH, columns },
        { kind: 'values', at: { row: this.nextRow, column: 1, rows: rows.length, columns }, values },
      ],
    });
    this.ports.grid.flush();
    this.nextRow = last + 1;
  }
}

/** Whether an earlier execution has left something to go on from. */
export function isStaged(ports: Ports, job: string): boolean {
  return ports.store.get('document', PREFIX + job) !== null;
}

/** Removes what jobs have kept that are over, or that nobody knows any more. */
export function sweepStaging(ports: Ports): void {
  const kept = Object.entries(ports.store.all('document', PREFIX));
  if (kept.length === 0) return;
  const jobs = new JobStore(ports.store, ports.lock).all();
  const live = new Set(jobs.filter((job) => !isOver(job)).map(({ id }) => id));
  for (const [key, text] of kept) {
    const job = key.slice(PREFIX.length);
    if (!live.has(job)) removeStaging(ports, job, (JSON.parse(text) as Stored).tab);
  }
}

/** The tab first: as long as the property is there, it is found. */
function removeStaging(ports: Ports, job: string, tab: string): void {
  ports.grid.remove({ name: tab });
  ports.store.remove('document', PREFIX + job);
}
