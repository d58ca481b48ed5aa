/** How long answers of the local servers take, in virtual milliseconds. */

/** Of any answer. Assumed: no provider publishes a figure. */
export const BASE_LATENCY = 120;
/** What a thousand rows add: a page of so many takes 300. Assumed, like the base. */
export const LATENCY_OF_1000_ROWS = 180;

/** What a million bytes that are sent along add: ten of them take a second. Assumed too. */
export const LATENCY_OF_A_MILLION_BYTES = 100;

/** Virtual milliseconds of an answer to a request with that many bytes of a file. */
export function latencyOfBytes(bytes: number): number {
  return BASE_LATENCY + (LATENCY_OF_A_MILLION_BYTES * bytes) / 1_000_000;
}

/** Virtual milliseconds of an answer with that many rows. */
export function latencyOf(rows: number): number {
  return BASE_LATENCY + (LATENCY_OF_1000_ROWS * rows) / 1000;
}
