/** The Log port over the execution log. */
import type { Log } from '../ports/log';

export const executionLog: Log = {
  info(message) {
    console.info(message);
  },
  warn(message) {
    console.warn(message);
  },
};
