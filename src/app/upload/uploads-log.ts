/** The Uploads tab in this file: every upload has its row before anything of it is sent. */
import type { LogRow } from '../../core/log/log';
import { lineOfRow, planUploads, type UploadLine, UPLOADS_LOG } from '../../core/log/uploads-log';
import type { Ports } from '../../ports';
import { findLog, makeLog, readLogTab } from '../log-tab';

/** The newest first. */
export function uploadLines(ports: Ports): readonly UploadLine[] {
  return readLogTab(ports, UPLOADS_LOG)
    .map(lineOfRow)
    .sort((one, other) => other.at - one.at);
}

/**
 * Writes cells into the rows of their uploads, and adds rows for uploads that have none. May be repeated. Lasting once this
 * returns; throws what the grid throws, and nothing may be sent then.
 */
export function enterUploads(ports: Ports, rows: readonly LogRow[]): void {
  const { grid, lock } = ports;
  lock.hold(() => {
    const log = findLog(ports, UPLOADS_LOG) ?? makeLog(ports, UPLOADS_LOG);
    const operations = planUploads(log, rows);
    if (operations.length === 0) return;
    grid.execute({ tab: log.tab, operations });
    grid.flush();
  });
}
