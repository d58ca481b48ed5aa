// Installs the locked dependencies when they are missing or older than the lock file, so that `npm start` and
// `npm test` work right after a clone.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const installed = 'node_modules/.package-lock.json';
const upToDate =
  existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs - 1000;

if (!upToDate) {
  console.log('Installing what is missing (npm ci) …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(
      'Installing failed. Check the network connection to your package registry, then try again.',
    );
    process.exit(status ?? 1);
  }
}
