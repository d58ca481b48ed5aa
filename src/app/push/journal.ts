/** The Push journal in this file: written before anything is sent, and the truth about it afterwards. */
import { AppError } from '../../core/errors';
import { placesByLabel } from '../../core/log/log';
import { type JournalImage, planEntries, planNews } from '../../core/log/journal-plan';
import { type JournalEntry, type JournalNews, PUSH_JOURNAL, readEntry } from '../../core/log/push-journal';
import type { CodecContext } from '../../core/table/codec/codec';
import type { Ports } from '../../ports';
import type { TabRef } from '../../ports/grid';
import { findLog, makeLog, readLogTab } from '../log-tab';
import { readSettings } from '../settings';

/** Where the lines of a push were when they were last seen. */
interface Lines {
  readonly tab: TabRef;
  readonly lastRow: number;
}

/** One for each execution. Nobody else in the file writes the journal while one of these does. */
export class PushJournal {
  private readonly lines = new Map<string, Lines>();

  constructor(private readonly ports: Ports) {}

  /**
   * Enters the changes of one push, in their order, on top of all others, and takes the oldest out of what the settings do
   * not keep. May be repeated: what is there already stays as it is. Lasting once this returns; throws what the grid
   * throws, and nothing may be sent then.
   */
  begin(entries: readonly JournalEntry[]): void {
    if (entries.length === 0) return;
    const { grid, lock } = this.ports;
    const kept = readSettings(this.ports).journalKept;
    lock.hold(() => {
      const log = findLog(this.ports, PUSH_JOURNAL) ?? makeLog(this.ports, PUSH_JOURNAL);
      const operations = planEntries(log, entries, kept, this.context());
      grid.execute({ tab: log.tab, operations });
      grid.flush();
    });
  }

  /** The entries of one push; [] where the journal does not hold any. */
  entriesOf(plan: string): readonly JournalEntry[] {
    return this.all().filter((entry) => entry.plan === plan);
  }

  /** The newest push first. */
  all(): readonly JournalEntry[] {
    const context = this.context();
    return readLogTab(this.ports, PUSH_JOURNAL)
      .flatMap((row) => readEntry(row, context) ?? [])
      .sort((one, other) => other.at - one.at);
  }

  /**
   * Says what became of entries of one push, lasting once this returns. Throws PUSH_STOPPED where lines of what is about
   * to be sent are not there any more, and what the grid throws.
   */
  record(plan: string, news: readonly JournalNews[]): void {
    if (news.length === 0) return;
    const { grid, lock } = this.ports;
    const missing = lock.hold(() => {
      const found = this.near(plan, news) ?? this.anywhere(plan, news);
      this.lines.set(plan, { tab: found.tab, lastRow: found.lastRow });
      if (found.operations.length > 0) {
        grid.execute({ tab: found.tab, operations: found.operations });
        grid.flush();
      }
      return found.missing;
    });
    if (missing.some(({ outcome }) => outcome === 'sending')) throw stopped();
  }

  /** In the part of the tab that held the push a moment ago; null where somebody has moved something since. */
  private near(plan: string, news: readonly JournalNews[]) {
    const lines = this.lines.get(plan);
    if (!lines) return null;
    const values = this.ports.grid.readRows(lines.tab, 1, { most: lines.lastRow });
    const places = values && placesByLabel(PUSH_JOURNAL, values[0] ?? []);
    if (!values || !places) return null;
    const found = this.plan({ values, places }, plan, news);
    return found.missing.length > 0 ? null : { ...found, tab: lines.tab };
  }

  private anywhere(plan: string, news: readonly JournalNews[]) {
    const log = findLog(this.ports, PUSH_JOURNAL);
    if (!log) throw stopped();
    return { ...this.plan(log, plan, news), tab: log.tab };
  }

  private plan(image: JournalImage, plan: string, news: readonly JournalNews[]) {
    return planNews(image, plan, news, this.context());
  }

  private context(): CodecContext {
    return { timeZone: this.ports.grid.file().timeZone };
  }
}

function stopped(): AppError {
  return new AppError('PUSH_STOPPED', {
    reason: 'its lines in the Push journal were deleted, and nothing is sent that the journal does not hold.',
  });
}
