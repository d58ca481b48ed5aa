/** All ports in one bundle, as the platform provides them and the app receives them. */
import type { Clock } from './clock';
import type { Grid } from './grid';
import type { Http } from './http';
import type { Identity } from './identity';
import type { Lock } from './lock';
import type { Log } from './log';
import type { Mail } from './mail';
import type { Notice } from './notice';
import type { Packing } from './packing';
import type { Cache, Store } from './store';
import type { Triggers } from './triggers';

export interface Ports {
  readonly grid: Grid;
  readonly http: Http;
  readonly store: Store;
  readonly cache: Cache;
  readonly lock: Lock;
  readonly clock: Clock;
  readonly triggers: Triggers;
  readonly mail: Mail;
  readonly notice: Notice;
  readonly packing: Packing;
  readonly identity: Identity;
  readonly log: Log;
}
