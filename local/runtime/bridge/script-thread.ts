/** One worker thread that runs the bundle, as the desk holds it. */
import { Worker } from 'node:worker_threads';
import { threadCode } from './thread-code';
import type { Call, Done, Reply, Report, RunOrder, ThreadData } from './wire';

export interface Listener {
  /** Answers a call of the bundle; null when the execution died in it, and the bundle is never to go on. */
  answer(call: Call): Promise<Reply | null>;
  log(line: string): void;
}

export class ScriptThread {
  /** Numbers of the shapes that the thread has been told of. */
  readonly knownShapes = new Set<number>();
  readonly #worker: Worker;
  readonly #signal = new Int32Array(new SharedArrayBuffer(4));
  #listener: Listener | null = null;
  #finish: ((done: Done) => void) | null = null;
  #dead = false;

  /** @param clock one float: the virtual time in milliseconds */
  constructor(bundle: string, clock: SharedArrayBuffer) {
    const { thread, prelude } = threadCode();
    const data: ThreadData = { bundle, prelude, clock, signal: this.#signal.buffer as SharedArrayBuffer };
    this.#worker = new Worker(thread, { eval: true, workerData: data });
    this.#worker.on('message', (message: Call | Report) => void this.#receive(message));
    this.#worker.on('error', (error) => this.#end({ error: { name: error.name, message: error.message } }));
    this.#worker.on('exit', () => {
      this.#dead = true;
      this.#end({ error: { name: 'Error', message: 'The thread of the script ended.' } });
    });
    this.#worker.unref();
  }

  get dead(): boolean {
    return this.#dead;
  }

  /** Runs one function to its end. Only one run at a time. */
  run(order: RunOrder, listener: Listener): Promise<Done> {
    this.#listener = listener;
    // A thread at rest does not keep the process alive; a running one does.
    this.#worker.ref();
    return new Promise((resolve) => {
      this.#finish = resolve;
      this.#worker.postMessage(order);
    });
  }

  /** Ends the thread wherever it is: nothing of the bundle runs after this. */
  async terminate(): Promise<void> {
    this.#dead = true;
    await this.#worker.terminate();
  }

  async #receive(message: Call | Report): Promise<void> {
    if (this.#dead || this.#listener === null) return;
    if (!('kind' in message)) {
      const reply = await this.#listener.answer(message);
      if (reply === null || this.#dead) return;
      this.#worker.postMessage(reply);
      Atomics.store(this.#signal, 0, 1);
      Atomics.notify(this.#signal, 0);
      return;
    }
    if (message.kind === 'log') this.#listener.log(message.line);
    else this.#end(message);
  }

  #end(done: Done): void {
    const finish = this.#finish;
    this.#finish = null;
    this.#listener = null;
    if (!this.#dead) this.#worker.unref();
    finish?.(done);
  }
}
