// Jest runs every kind of test; the browser tests are a project of their own because they need a Chromium.
const transform = {
  '^.+\\.(ts|tsx|mjs|js)$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        target: 'es2022',
        transform: { react: { runtime: 'automatic', importSource: 'preact' } },
      },
      module: { type: 'commonjs' },
    },
  ],
};
const project = (name) => ({
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.test.{ts,tsx}`],
  transform,
  // IronCalc and Preact publish ES modules only in the files that a CommonJS test would load.
  transformIgnorePatterns: ['/node_modules/(?!(@ironcalc|preact)/)'],
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/property-seed.ts'],
});

module.exports = {
  // Else Jest leaves a core idle, half of what a small machine has.
  maxWorkers: '100%',
  // No test measures time by the clock: this only ends one that hangs.
  testTimeout: 60_000,
  projects: ['unit', 'local', 'scenario', 'bundle', 'browser'].map(project),
};
