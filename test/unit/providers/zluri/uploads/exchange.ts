/** Drives a protocol as a job does: state to text and back at every step, and executions that are cut off where a test wants it. */
import type { UploadMove, UploadOrder, UploadProtocol } from '../../../../../src/providers/uploading';
import type { SdkInMemory } from './sdk-in-memory';

export type Cut = 'before' | 'after' | null;

export interface Course {
  readonly last: Extract<UploadMove, { kind: 'end' | 'fail' }>;
  readonly waits: readonly string[];
  readonly records: readonly number[];
  /** The longest text of a state. */
  readonly longest: number;
}

/** `cutAt`: for each sending, by its place, whether the execution dies before it or before its answers are noted. */
export function follow(
  protocol: UploadProtocol,
  order: UploadOrder,
  sdk: SdkInMemory,
  texts: readonly string[],
  cutAt: (sending: number) => Cut = () => null,
): Course {
  const waits: string[] = [];
  const records: number[] = [];
  let now = order.startedAt;
  let longest = 0;
  let state = protocol.begin(order);
  let sendings = 0;
  for (let step = 0; step < 2_000; step += 1) {
    const kept = JSON.stringify(state);
    longest = Math.max(longest, kept.length);
    state = JSON.parse(kept) as unknown;
    const move = protocol.move(state, order, (file) => texts[file] ?? '[]', now);
    if (move.kind === 'end' || move.kind === 'fail') return { last: move, waits, records, longest };
    if (move.kind === 'wait') {
      waits.push(move.reason);
      now = move.until;
      continue;
    }
    const cut = cutAt(sendings);
    sdk.now = now;
    sendings += 1;
    const answers = cut === 'before' ? [] : move.requests.map((request) => sdk.send(request));
    now += 1_000;
    if (cut) state = move.once ? protocol.cutOff(state, order, now) : state;
    else state = protocol.after(state, order, answers, now);
    if (move.records !== undefined) records.push(move.records);
  }
  throw new Error('the protocol came to no end');
}
