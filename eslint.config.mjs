// The import arrows of the architecture, and the rules that keep the core pure, as lint.
import js from '@eslint/js';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Forbids imports whose path matches, with the reason as the message; `types` still lets types through. */
const forbid = (group, message, types = false) => ({ group, message, allowTypeImports: types });
const arrows = (...patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] });

const NODE = {
  regex: '^(node:.*|fs|path|http|worker_threads)$',
  message: 'src/ runs on Apps Script, which has no Node.',
};
const LOCAL = forbid(['**/local/**'], 'src/ never imports the local Apps Script.');
const APPS_SCRIPT_GLOBALS = [
  'SpreadsheetApp',
  'Charts',
  'UrlFetchApp',
  'PropertiesService',
  'CacheService',
  'LockService',
  'ScriptApp',
  'Session',
  'MailApp',
  'HtmlService',
  'Utilities',
  'Logger',
  'console',
];

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', '.cache/', 'coverage/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      'no-empty': ['error', { allowEmptyCatch: false }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/platform/**', 'src/main.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...APPS_SCRIPT_GLOBALS.map((name) => ({ name, message: 'Only src/platform names Apps Script.' })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes from the Clock port.' },
        { object: 'Math', property: 'random', message: 'Chance comes from the Clock port.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time comes from the Clock port.',
        },
        {
          selector: 'AwaitExpression, FunctionDeclaration[async=true], ArrowFunctionExpression[async=true]',
          message: 'src/ is synchronous, as Apps Script is.',
        },
      ],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: arrows(
      NODE,
      LOCAL,
      forbid(
        ['**/providers/**', '**/reports/**', '**/app/**', '**/platform/**'],
        'core imports only core, and types of ports.',
      ),
      forbid(['**/ports/**'], 'core imports only types of ports.', true),
    ),
  },
  {
    files: ['src/ports/**/*.ts'],
    rules: arrows(
      NODE,
      LOCAL,
      forbid(
        ['**/providers/**', '**/reports/**', '**/app/**', '**/platform/**', '**/core/**'],
        'ports are types that know nobody.',
      ),
    ),
  },
  {
    files: ['src/providers/**/*.ts', 'src/reports/**/*.ts'],
    rules: arrows(
      NODE,
      LOCAL,
      forbid(
        ['**/app/**', '**/platform/**', '**/ports/**'],
        'providers and reports import only core and their own.',
      ),
    ),
  },
  {
    files: ['src/app/**/*.ts'],
    rules: arrows(NODE, LOCAL, forbid(['**/platform/**'], 'app reaches the platform through ports.')),
  },
  {
    files: ['src/platform/**/*.ts'],
    rules: arrows(
      NODE,
      LOCAL,
      forbid(
        [
          '**/providers/**',
          '**/reports/**',
          '**/app/**',
          '**/core/table/**',
          '**/core/http/**',
          '**/core/jobs/**',
        ],
        'platform imports only ports and errors.',
      ),
      forbid(['**/ports/**'], 'ports are types.', true),
    ),
  },
  {
    files: ['src/main.ts'],
    rules: arrows(
      NODE,
      LOCAL,
      forbid(['**/core/**', '**/providers/**', '**/reports/**'], 'main joins app and platform only.'),
    ),
  },
  {
    files: ['sidebar/**/*.{ts,tsx}'],
    languageOptions: { globals: globals.browser },
    rules: arrows(forbid(['**/src/**'], 'the sidebar imports only types of src.', true), LOCAL),
  },
  {
    files: ['local/**/*.{ts,tsx}'],
    rules: arrows(forbid(['**/src/**'], 'local/ runs the built bundle and never imports src.')),
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: globals.node },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
