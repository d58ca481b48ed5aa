/** Prints the figures of the main job, and how they grow, as tables, or as JSON with --json. */
import { growth } from './growth';
import { measureLongRuns } from './long-runs';
import { measurePushes } from './pushes';
import { measurePulls, PROVIDERS, type PullFigures } from './pulls';
import { measureSsoTax } from './sso-tax';
import { printTable } from './table';
import { measureUploads } from './uploads';

const SIZES = [1_000, 10_000, 50_000];

async function main(): Promise<void> {
  const pulls: PullFigures[] = [];
  for (const provider of PROVIDERS) pulls.push(...(await measurePulls(provider, SIZES)));
  const grown = growth(pulls);
  const longRuns = await measureLongRuns();
  const pushes = await measurePushes();
  const uploads = await measureUploads();
  const ssoTax = measureSsoTax(SIZES);
  if (process.argv.includes('--json')) {
    const figures = { pulls, growthPerTenfoldRows: grown, longRuns, pushes, uploads, ssoTax };
    console.log(JSON.stringify(figures, null, 2));
    return;
  }
  printTable('Pulling users from the local servers', pulls);
  printTable(
    'Growth: each figure is multiplied by so much for ten times as many rows (1: constant, 10: in step with the rows)',
    grown,
  );
  printTable('Runs that outlast one execution, or need a request for each of many records', longRuns);
  printTable('Sending 1,000 edits in 10,000 rows', pushes);
  printTable('Checking and sending people with four licences each', uploads);
  printTable('Finding apps in the list of SSO tax vendors', ssoTax);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
