/** What the platform says of records right now, read again before each batch as far as the pace allows. */
import type { Dispatcher } from '../../core/http/dispatcher';
import type { Field, RemoteRecord } from '../../core/table/field';
import type { Ports } from '../../ports';
import { planLive, readLive } from '../../providers/live';
import { withAddresses } from '../../providers/people';
import type { People } from '../../providers/written-value';
import type { PushTarget } from './push-target';

/** A reading this old is taken again before anything is sent. */
const FRESH_MS = 45_000;

/** Requests that reading ahead may take where it takes from the same allowance as writing. */
const AHEAD = 150;

interface Reading {
  /** Null where the record is gone. */
  readonly record: RemoteRecord | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Readings of one slice: a later one begins anew. */
export class LiveRecords {
  private readonly readings = new Map<string, Reading>();

  constructor(
    private readonly ports: Ports,
    private readonly dispatcher: Dispatcher,
    private readonly target: PushTarget,
    private readonly fields: readonly Field[],
    private readonly people: People,
  ) {}

  /** By single reads or by pages, whichever takes fewer requests. Throws what reading throws. */
  readAll(ids: readonly string[]): ReadonlyMap<string, RemoteRecord | null> {
    return this.read(ids, false);
  }

  /**
   * The records of a batch. Where single reads have an allowance of their own, none is older than a moment; else the readings
   * of this slice do, and those of `next` come along.
   */
  fresh(batch: readonly string[], next: readonly string[]): ReadonlyMap<string, RemoteRecord | null> {
    const { one, update } = this.target.resource.writes ?? {};
    const apart = one !== undefined && update !== undefined && one.rateClass.name !== update.rateClass.name;
    const oldest = apart ? this.ports.clock.now() - FRESH_MS : -Infinity;
    const stale = batch.filter((id) => (this.readings.get(id)?.at ?? -Infinity) <= oldest);
    if (stale.length > 0) {
      if (apart) this.read(stale, true);
      else this.read(this.ahead([...stale, ...next.filter((id) => !this.readings.has(id))]), false);
    }
    return this.known(batch);
  }

  /** All of them where that takes few requests: pages that are read for some of them hold the others as well. */
  private ahead(ids: readonly string[]): readonly string[] {
    const { provider, resource, snapshot } = this.target;
    const { by, one, list } = planLive(provider, resource, this.fields, ids, snapshot.config.rows);
    return (by === 'list' ? list : (one ?? 0)) <= AHEAD ? ids : ids.slice(0, AHEAD);
  }

  /** What was sent is not what was read before it. */
  forget(ids: readonly string[]): void {
    for (const id of ids) this.readings.delete(id);
  }

  private read(ids: readonly string[], singly: boolean): ReadonlyMap<string, RemoteRecord | null> {
    if (ids.length === 0) return new Map();
    const { provider, resource, snapshot } = this.target;
    const at = this.ports.clock.now();
    const { records } = readLive(this.dispatcher, provider, resource, this.fields, ids, {
      now: at,
      rows: snapshot.config.rows,
      singly,
    });
    for (const [id, record] of records) {
      this.readings.set(id, { record: record && withAddresses(record, this.fields, this.people), at });
    }
    return this.known(ids);
  }

  private known(ids: readonly string[]): ReadonlyMap<string, RemoteRecord | null> {
    return new Map(
      ids.flatMap((id) => {
        const reading = this.readings.get(id);
        return reading ? [[id, reading.record] as const] : [];
      }),
    );
  }
}
