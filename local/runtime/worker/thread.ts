/** Entry of the thread in which the bundle runs: a fresh, bare context for every execution. */
import vm from 'node:vm';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { Reply, Report, RunOrder, Shape, ThreadData, WireError } from '../bridge/wire';
import type { Machine, Start } from './prelude';

if (parentPort === null) throw new Error('This file runs in a worker thread only.');
const port = parentPort;
const data = workerData as ThreadData;
const signal = new Int32Array(data.signal);
const clock = new Float64Array(data.clock);
const shapes = new Map<number, Shape>();
const prelude = new vm.Script(data.prelude, { filename: 'local-apps-script.js' });
let bundle: vm.Script | undefined;

const learn = (more: readonly Shape[] = []) => more.forEach((shape) => shapes.set(shape.id, shape));
const report = (message: Report) => port.postMessage(message);

const line: Start['call'] = (call) => {
  Atomics.store(signal, 0, 0);
  port.postMessage(call);
  // A notification may come after the signal was already seen, and would then wake the next wait too early.
  while (Atomics.load(signal, 0) === 0) Atomics.wait(signal, 0, 0);
  const reply = (receiveMessageOnPort(port) as { message: Reply }).message;
  learn(reply.shapes);
  return reply;
};

/**
 * The value of an async function once the microtasks have run. A promise that is then still open never settles,
 * since there is nothing else to wait for: the execution ends, as at Google.
 */
async function settled(value: unknown): Promise<unknown> {
  if (typeof value !== 'object' || value === null || typeof Reflect.get(value, 'then') !== 'function')
    return value;
  return Promise.race([value, new Promise((resolve) => setImmediate(resolve, undefined))]);
}

async function run(order: RunOrder): Promise<void> {
  learn(order.shapes);
  const context = vm.createContext({}, { name: 'Apps Script' });
  const start = prelude.runInContext(context) as (given: Start) => Machine;
  const machine = start({
    call: line,
    shapes,
    roots: order.roots,
    seed: order.seed,
    log: (text) => report({ kind: 'log', line: text }),
    now: () => Math.floor(clock[0] ?? 0),
  });
  try {
    bundle ??= new vm.Script(data.bundle, { filename: 'Code.js' });
    bundle.runInContext(context);
  } catch (problem) {
    report({ kind: 'done', error: foreign(problem) ?? machine.describe(problem) });
    return;
  }
  const functions = machine.functions();
  try {
    const value = machine.pack(await settled(machine.run(order.fn, order.args)));
    report({ kind: 'done', value, functions });
  } catch (problem) {
    report({ kind: 'done', error: foreign(problem) ?? machine.describe(problem), functions });
  }
}

/** Some errors, such as a syntax error of the bundle, are made outside of its context, where the prelude does not know them. */
function foreign(problem: unknown): WireError | undefined {
  if (!(problem instanceof Error)) return undefined;
  return { name: problem.name, message: problem.message, stack: problem.stack ?? '' };
}

// A rejection that the script does not handle ends nothing; Node would end the thread.
process.on('unhandledRejection', (reason) => {
  report({ kind: 'log', line: `Unhandled rejection: ${String(reason)}` });
});
port.on('message', (order: RunOrder) => void run(order));
