/** Joins all adapters, once for each execution. */
import type { Ports } from '../ports';
import { createClock } from './clock';
import { SheetGrid } from './grid';
import { urlFetchHttp } from './http';
import { sessionIdentity } from './identity';
import { documentLock } from './lock';
import { executionLog } from './log';
import { scriptMail } from './mail';
import { uiNotice } from './notice';
import { gzipPacking } from './packing';
import { propertiesStore, userCache } from './store';
import { scriptTriggers } from './triggers';

export function createPorts(): Ports {
  return {
    grid: new SheetGrid(),
    http: urlFetchHttp,
    store: propertiesStore,
    cache: userCache,
    lock: documentLock,
    clock: createClock(),
    triggers: scriptTriggers,
    mail: scriptMail,
    notice: uiNotice,
    packing: gzipPacking,
    identity: sessionIdentity,
    log: executionLog,
  };
}
