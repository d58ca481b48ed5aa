/** Prints the figures of the main job as a table, or as JSON with --json. */
import { measurePulls } from './pulls';
import { printTable } from './table';

async function main(): Promise<void> {
  const figures = await measurePulls([1_000, 10_000, 50_000]);
  if (process.argv.includes('--json')) console.log(JSON.stringify({ pulls: figures }, null, 2));
  else printTable('Pulling users from the local Torii server', figures);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
