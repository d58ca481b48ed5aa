// Pushes the built bundle to Apps Script with clasp, after making sure that there is somewhere to push it to.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const { scriptId } = JSON.parse(readFileSync('.clasp.json', 'utf8'));

if (!/^[A-Za-z0-9_-]{30,}$/.test(scriptId) || scriptId.startsWith('PUT-YOUR')) {
  console.error(
    [
      'Nothing was pushed: .clasp.json still holds a placeholder instead of the id of your script project.',
      '',
      '  1. Open your Google Sheet, then Extensions > Apps Script.',
      '  2. Project Settings (the gear) > Script ID > Copy.',
      '  3. Put it into .clasp.json as "scriptId".',
      '  4. Run "npx clasp login" once, then "npm run deploy" again.',
    ].join('\n'),
  );
  process.exit(1);
}

for (const [command, ...args] of [
  ['npm', 'run', 'build'],
  ['npx', 'clasp', 'push', '--force'],
]) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}
