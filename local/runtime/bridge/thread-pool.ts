/** The threads of one desk: kept between executions, as many as run at the same time. */
import { ScriptThread } from './script-thread';

export class ThreadPool {
  readonly #make: () => ScriptThread;
  readonly #idle: ScriptThread[] = [];
  readonly #all = new Set<ScriptThread>();

  /** @param clock one float: the virtual time in milliseconds */
  constructor(bundle: string, clock: SharedArrayBuffer) {
    this.#make = () => new ScriptThread(bundle, clock);
  }

  take(): ScriptThread {
    const idle = this.#idle.pop();
    if (idle !== undefined) return idle;
    const made = this.#make();
    this.#all.add(made);
    return made;
  }

  /** A thread whose run was ended by force is not used again. */
  giveBack(thread: ScriptThread): void {
    if (thread.dead) this.#all.delete(thread);
    else this.#idle.push(thread);
  }

  /** Starts a thread ahead of its first use. */
  warm(): void {
    this.giveBack(this.take());
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all].map((thread) => thread.terminate()));
    this.#all.clear();
    this.#idle.length = 0;
  }
}
