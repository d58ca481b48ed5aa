/** docs/errors.md: every error code with what it says and what to do. */
import { ERRORS } from '../src/core/errors';

export function errorTable(): string {
  const rows = Object.entries(ERRORS).map(
    ([code, { family, what, next, retry }]) => `| \`${code}\` | ${family} | ${what} | ${next} | ${retry} |`,
  );
  return [
    '# Errors',
    '',
    'Every error has a code, says what happened, where, and what to do next. Words in braces are filled in.',
    'This page is written by `npm run docs` from `src/core/errors.ts`.',
    '',
    '| Code | Family | What happened | What to do | Trying again helps |',
    '|---|---|---|---|---|',
    ...rows.map((row) => row.replace(/\n/g, ' ')),
    '',
  ].join('\n');
}
