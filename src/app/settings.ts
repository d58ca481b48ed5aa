/** What holds for the whole file, whoever works in it: one document property. */
import { AppError } from '../core/errors';
import type { Ports } from '../ports';
import type { Settings } from './contract';

const KEY = 'settings';

/** Raised when a setting changes its meaning; `read` then turns older ones into today's. */
const VERSION = 1;

const DEFAULT_SETTINGS: Settings = {
  vanishedRows: 'mark',
  copiesKept: 10,
  activityKept: 500,
  changeLog: 'on',
  changeLogKept: 5000,
  journalKept: 10_000,
  sendLifecycle: 'off',
  ssoField: '',
  rates: null,
};

interface Stored {
  readonly version: number;
  readonly values: Partial<Settings>;
}

export function readSettings(ports: Pick<Ports, 'store'>): Settings {
  const text = ports.store.get('document', KEY);
  if (text === null) return DEFAULT_SETTINGS;
  const { version, values } = JSON.parse(text) as Stored;
  // A colleague's newer version may have written something that this one would misread.
  return version > VERSION ? DEFAULT_SETTINGS : { ...DEFAULT_SETTINGS, ...values };
}

/** All settings, after changing those that are given. */
export function settings(ports: Ports, { set }: { readonly set?: Partial<Settings> }): Settings {
  if (set === undefined || Object.keys(set).length === 0) return readSettings(ports);
  return ports.lock.hold(() => {
    const text = ports.store.get('document', KEY);
    const stored = text === null ? null : (JSON.parse(text) as Stored);
    if (stored && stored.version > VERSION) throw new AppError('SETTINGS_NEWER');
    const values = { ...stored?.values, ...set };
    ports.store.set('document', KEY, JSON.stringify({ version: VERSION, values } satisfies Stored));
    return { ...DEFAULT_SETTINGS, ...values };
  });
}
