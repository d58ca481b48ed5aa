/** Charges the service calls of one execution to the clock, and knows when its time is up. */
import { COSTS, costKind, type Cost, type CostKind } from '../costs';
import type { VirtualClock } from '../host';
import type { ServiceObject } from '../service-object';

/** A range says itself how many cells it has, whatever it is given. */
interface Sized extends ServiceObject {
  getNumRows(): number;
  getNumColumns(): number;
}

const isSized = (service: ServiceObject): service is Sized =>
  'getNumRows' in service && 'getNumColumns' in service;

function cellsOf(service: ServiceObject): number {
  if (isSized(service)) return service.getNumRows() * service.getNumColumns();
  if ('getRanges' in service && typeof service.getRanges === 'function') {
    const ranges = service.getRanges.call(service) as ServiceObject[];
    return ranges.reduce((cells, range) => cells + cellsOf(range), 0);
  }
  return 1;
}

/**
 * The clock as one execution has it. Its own time counts towards its limit; the time that others pass meanwhile
 * does not.
 */
export class Meter implements VirtualClock {
  readonly #clock: VirtualClock;
  readonly #limit: number;
  #spent = 0;
  /** Cells written and not yet flushed. */
  #dirty = 0;
  /** True while nothing was written since the last read. */
  #fresh = false;

  /** @param limit milliseconds that the execution may take */
  constructor(clock: VirtualClock, limit: number) {
    this.#clock = clock;
    this.#limit = limit;
  }

  now(): number {
    return this.#clock.now();
  }

  /** Time beyond the limit does not pass: the execution is dead by then. */
  charge(milliseconds: number): void {
    const taken = Math.min(milliseconds, this.#limit - this.#spent);
    this.#spent += taken;
    this.#clock.charge(taken);
  }

  pause(milliseconds: number): void | Promise<void> {
    const taken = Math.min(milliseconds, this.#limit - this.#spent);
    this.#spent += taken;
    return this.#clock.pause(taken);
  }

  idle(milliseconds: number): void {
    this.#spent = Math.min(this.#limit, this.#spent + milliseconds);
  }

  /** Milliseconds. */
  get spent(): number {
    return this.#spent;
  }

  get expired(): boolean {
    return this.#spent >= this.#limit;
  }

  /** A call was made. Its price is that of its kind; a read pays for the flush that it forces. */
  call(service: ServiceObject, method: string): void {
    const kind = costKind(service.className, method);
    switch (kind) {
      case 'read':
        this.flush();
        this.#pay(this.#fresh ? 'cachedRead' : 'read', cellsOf(service));
        this.#fresh = true;
        return;
      case 'write': {
        const cells = cellsOf(service);
        this.#pay(kind, cells);
        this.#dirty += cells;
        this.#fresh = false;
        return;
      }
      case 'flush':
        this.flush();
        return;
      case 'structure':
        this.#fresh = false;
        this.#pay(kind);
        return;
      default:
        this.#pay(kind);
    }
  }

  /** Buffered writes reach the spreadsheet: also at the end of an execution. */
  flush(): void {
    if (this.#dirty === 0) return;
    this.#pay('flush', this.#dirty);
    this.#dirty = 0;
  }

  #pay(kind: CostKind, cells = 0): void {
    const { call, perCell = 0 }: Cost = COSTS[kind];
    this.charge(call + perCell * cells);
  }
}
