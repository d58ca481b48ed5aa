/** Runs one job after the other, so that they do not share the platform's rate limit or Google's time. */
import type { JobInfo } from '../../src/app/contract';
import { failureOf } from '../rpc/failure';
import { paceAfter } from '../state/pace';
import { runId, type PullOrder, type PushOrder, type Run } from '../state/run';
import { ended, JobDriver, type DriverPorts } from './driver';

interface Task {
  run: Run;
  /** The job's name, once there is one. */
  job?: string;
  /** The person changed their mind while the job was still being started. */
  unwanted?: boolean;
}

export class RunQueue {
  readonly #tasks: Task[] = [];
  #driver: JobDriver | null = null;
  #current: Task | null = null;
  /** Jobs that ended here, so that one which a late answer still lists as running is not taken up again. */
  readonly #over = new Set<string>();

  constructor(
    private readonly ports: DriverPorts,
    private readonly onChange: (run: Run) => void,
    private readonly onEnd: (run: Run) => void,
  ) {}

  /** Adds a pull, unless the same one, with the same choices, is queued or running. */
  add(order: PullOrder): void {
    this.#enqueue({ run: { id: runId(order), order, phase: 'queued' } });
  }

  /** Adds a push that the server has begun: its job's name is the run's. */
  send(job: string, push: PushOrder): void {
    this.follow(job, { push });
  }

  /** Adds a job that the server has begun. */
  follow(job: string, about: Pick<Run, 'push' | 'upload'>): void {
    this.#enqueue({ run: { id: job, ...about, phase: 'queued' }, job });
  }

  /** Takes over a job that was running when the sidebar opened. */
  adopt(info: JobInfo): void {
    if (!this.has(info.job) && !this.#over.has(info.job))
      this.#enqueue({ run: { id: info.job, phase: 'queued', info }, job: info.job });
  }

  /** Whether a job is being driven from here, or is in line for it. */
  has(job: string): boolean {
    return [this.#current, ...this.#tasks].some((task) => task?.job === job);
  }

  /** Ends a running job, or takes a queued one out of the line. */
  async stop(id: string): Promise<void> {
    const place = this.#tasks.findIndex((task) => task.run.id === id);
    if (place >= 0) {
      const [task] = this.#tasks.splice(place, 1);
      if (task?.job) this.#change(task, { info: await this.ports.rpc('stop', { job: task.job }) });
      if (task) this.#change(task, { phase: 'ended' });
    } else if (this.#current?.run.id === id) {
      this.#current.unwanted = true;
      await this.#driver?.stop();
    }
  }

  #enqueue(task: Task): void {
    if ([this.#current, ...this.#tasks].some((other) => other?.run.id === task.run.id)) return;
    this.#tasks.push(task);
    this.onChange(task.run);
    if (!this.#current) void this.#work();
  }

  async #work(): Promise<void> {
    for (let task = this.#tasks.shift(); task; task = this.#tasks.shift()) {
      this.#current = task;
      await this.#carryOut(task);
      if (task.job && task.run.info && ended(task.run.info)) this.#over.add(task.job);
      this.#driver = null;
      this.#current = null;
      this.onEnd(task.run);
    }
  }

  async #carryOut(task: Task): Promise<void> {
    this.#change(task, { phase: 'running' });
    try {
      task.job ??= await this.#start(task.run.order);
      this.#driver = new JobDriver(task.job, this.ports, (info) =>
        this.#change(task, { info, pace: paceAfter(task.run.pace, info, this.ports.now()) }),
      );
      if (task.unwanted) await this.#driver.stop();
      const info = await this.#driver.run();
      this.#change(task, { phase: 'ended', info });
    } catch (thrown) {
      this.#change(task, { phase: 'ended', failure: failureOf(thrown) });
    }
  }

  async #start(order: PullOrder | undefined): Promise<string> {
    if (!order) throw new Error('A run without a job needs an order.');
    const { provider, resource, tab, choices } = order;
    const { job } = await this.ports.rpc('pull', {
      provider,
      resource,
      ...choices,
      ...(tab === undefined ? {} : { tab }),
    });
    return job;
  }

  #change(task: Task, change: Partial<Run>): void {
    task.run = { ...task.run, ...change };
    this.onChange(task.run);
  }
}
