/** Names that are promised to other tools and not built yet: they say so, and no menu or sidebar shows them. */
import { AppError } from '../core/errors';
import type { Ports } from '../ports';

/** Method of `api` → what it will be, in words that complete “… is not part of this version yet”. */
export const LATER_METHODS: ReadonlyMap<string, string> = new Map([
  ['uploadTargets', 'Uploading a sheet'],
  ['uploadMapping', 'Uploading a sheet'],
  ['uploadCheck', 'Uploading a sheet'],
  ['uploadSend', 'Uploading a sheet'],
]);

/** For a menu action of a later version, should something run it by name. */
export function sayNotYet(ports: Ports, feature: string): void {
  const { what, next } = new AppError('NOT_YET', { feature });
  ports.notice.alert('SaaS Ledger', `${what}\n\n${next}`);
}
