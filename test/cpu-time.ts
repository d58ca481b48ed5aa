/** How long work takes, whatever else the machine does meanwhile. */

/** Processor time that this process has taken so far, in milliseconds. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
