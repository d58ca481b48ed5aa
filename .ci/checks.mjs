// Runs every check of the project and ends with one line: N passed, N failed. Each test counts as one, and so do
// type check, lint, format and build.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

const shell = process.platform === 'win32';
let passed = 0;
let failed = 0;

function check(name, command, args) {
  const started = Date.now();
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    shell,
    maxBuffer: 1 << 28,
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (status === 0) passed += 1;
  else {
    failed += 1;
    console.log(stdout);
    console.error(stderr);
  }
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'}  ${name}  (${seconds} s)`);
  return status === 0;
}

function findChromium() {
  return [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    process.env.CHROMIUM ?? '',
  ].find((path) => path !== '' && existsSync(path));
}

/** Browser tests need a Chromium; on Debian as root it is installed, elsewhere they are left out aloud. */
function hasChromium() {
  if (!findChromium() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium for the browser tests …');
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'ignore' });
  }
  if (findChromium()) return true;
  console.log(
    'LEFT OUT  browser tests: there is no Chromium here. Install one, or set CHROMIUM to its path.',
  );
  return false;
}

/** Counts of one run of jest; a suite that could not run at all counts as one failure. */
function jest(projects, ...options) {
  mkdirSync('.cache', { recursive: true });
  const report = `.cache/jest-${projects[0]}.json`;
  rmSync(report, { force: true });
  spawnSync(
    'npx',
    ['jest', '--selectProjects', ...projects, ...options, '--json', `--outputFile=${report}`, '--silent'],
    { stdio: ['ignore', 'ignore', 'inherit'], shell },
  );
  if (!existsSync(report)) {
    console.log(`FAILED  ${projects.join(', ')}: jest did not finish`);
    return { good: 0, bad: 1, files: [] };
  }
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const failing = testResults.filter(({ status }) => status === 'failed');
  return {
    good: numPassedTests,
    bad: numFailedTests + numRuntimeErrorTestSuites,
    // Files with a failure, and how many of their tests passed all the same.
    files: failing.map(({ name }) => name),
    goodInThem: failing
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'passed').length,
  };
}

function count({ good, bad }) {
  passed += good;
  failed += bad;
}

function tests() {
  count(jest(['unit', 'local', 'scenario', 'bundle']));
  if (!hasChromium()) return;
  // One browser at a time: two share neither memory nor frames well on a small machine.
  const browser = (...files) => jest(['browser'], '--maxWorkers=1', ...files);
  const first = browser();
  if (first.files.length === 0) return count(first);
  console.log('AGAIN   browser tests that failed: a headless Chromium under load may lose a frame.');
  count({ good: first.good - first.goodInThem, bad: 0 });
  count(browser('--runTestsByPath', ...first.files));
}

check('types', 'npm', ['run', '--silent', 'typecheck']);
check('lint', 'npm', ['run', '--silent', 'lint']);
if (check('build', 'npm', ['run', '--silent', 'build'])) tests();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
