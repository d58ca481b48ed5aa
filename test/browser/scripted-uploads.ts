/** A file with a pasted export, and a server that checks and sends it, as the sidebar sees them. */
import type {
  JobInfo,
  StatusValue,
  UploadCheckInfo,
  UploadEntry,
  UploadFieldInfo,
  UploadMappingInfo,
  UploadResult,
  UploadTabInfo,
  UploadTargetInfo,
} from '../../src/app/contract';
import type { Problem } from '../../src/core/upload/problem';
import { CONNECTION, resources, status, type Script, type Scripted } from './scripted-sidebar';

export const FIGMA = {
  template: 'figma',
  title: 'Figma Enterprise members',
  description: 'The list of members that an admin of Figma exports.',
};
export const BLANK = {
  template: 'blank',
  title: 'Any other list',
  description: 'Columns are found by their names.',
};

const field = (
  change: Partial<UploadFieldInfo> & Pick<UploadFieldInfo, 'key' | 'label'>,
): UploadFieldInfo => ({ type: 'text', required: false, help: '', ...change });

export const TORII: UploadTargetInfo = {
  ...{ target: 'torii.customIntegration', provider: 'torii', title: 'Users of a custom integration' },
  ...{
    description: 'Who uses an app, and with which licence.',
    plural: 'users',
    missing: 'unknown',
    needs: [],
  },
  fields: [
    field({ key: 'firstName', label: 'First name', help: 'Shown beside the address.' }),
    field({ key: 'email', label: 'E-mail', type: 'email', required: true, help: 'Tells people apart.' }),
    field({
      ...{ key: 'status', label: 'Status', type: 'choice', help: 'Deleted ones are not listed as users.' },
      choices: [
        { value: 'active', words: ['on'] },
        { value: 'deleted', words: ['deactivated'] },
      ],
    }),
    field({ key: 'roles', label: 'Roles', type: 'list', several: 'all' }),
    field({ key: 'lastUsedDate', label: 'Last used', type: 'day', several: 'newest' }),
    field({ key: 'licenses', label: 'Licences', type: 'list' }),
    field({ key: 'pricePerUser', label: 'Price per user', type: 'money' }),
  ],
  place: {
    singular: 'app account',
    help: 'In Torii, hover over the tile of the integration and copy its App account ID.',
  },
  templates: [FIGMA, BLANK],
};

export const EXPENSES: UploadTargetInfo = {
  ...{ target: 'torii.expenses', provider: 'torii', title: 'Expenses', plural: 'expenses' },
  ...{ description: 'What was paid to whom.', missing: 'stays', needs: [], templates: [BLANK] },
  fields: [field({ key: 'transactionDate', label: 'Date', type: 'day', required: true })],
};

export const ZLURI: UploadTargetInfo = {
  ...{ target: 'zluri.users', provider: 'zluri', title: 'Users', plural: 'users', templates: [FIGMA, BLANK] },
  ...{ description: 'People who use an app.', missing: 'gone', needs: [] },
  fields: [field({ key: 'email', label: 'E-mail', type: 'email', required: true })],
};

export const MEMBERS: UploadTabInfo = {
  ...{ tab: 'Members', template: FIGMA, targets: ['torii.customIntegration', 'zluri.users'], active: true },
};
export const COSTS: UploadTabInfo = { tab: 'Costs 2026', targets: [], active: false };

export const MAPPING: UploadMappingInfo = {
  ...{ tab: 'Members', target: 'torii.customIntegration', template: 'figma', origin: 'recognised' },
  mapping: {
    email: 'Email',
    firstName: 'Name',
    status: 'State',
    lastUsedDate: ['Last seen in Figma', 'Last seen in FigJam'],
    licenses: 'Seat',
  },
  ...{ unmatched: ['Notes', 'Seat id'], missing: [], options: { template: 'figma' } },
  columns: [
    { name: 'Email', example: 'ann@halden.example' },
    { name: 'Name', example: 'Ann' },
    { name: 'State', example: 'Active' },
    { name: 'Last seen in Figma', example: '11/20/2026' },
    { name: 'Last seen in FigJam', example: '' },
    { name: 'Seat', example: 'Full' },
    { name: 'Notes', example: 'asked for a second screen' },
    { name: 'Seat id', example: '7' },
  ],
  words: {
    status: [
      { word: 'Active', rows: 108, becomes: 'active' },
      { word: 'Deactivated', rows: 12, becomes: 'deleted' },
    ],
    licenses: [
      { word: 'Full', rows: 90, becomes: 'Figma Full' },
      { word: 'Viewer', rows: 30, becomes: 'Figma Viewer' },
    ],
  },
};

export const PROBLEMS: readonly Problem[] = [
  {
    ...{ severity: 'warning', code: 'unclearDate', row: 8, column: 'Last seen in Figma' },
    message: '3/4/2026 may be 3 April or March 4.',
    remedy: 'Say which number comes first.',
  },
  ...[12, 40].map((row): Problem => ({
    ...{ severity: 'error', code: 'badEmail', row, column: 'Email', field: 'email' },
    message: row === 12 ? '“ann@” is not an e-mail address.' : '“none” is not an e-mail address.',
    remedy: 'Type the whole address.',
  })),
];

export function checkInfo(change: Partial<UploadCheckInfo> = {}): UploadCheckInfo {
  return {
    ...{ tab: 'Members', target: 'torii.customIntegration', problems: [], bytes: 48_200, route: 'by form' },
    counts: {
      ...{ rows: 120, records: 118, users: 118, licenses: 4, assignments: 130 },
      ...{ merged: 2, leftOut: 0, errors: 0, warnings: 0, parts: { 'torii.customIntegration': 118 } },
    },
    sample: {
      users: [
        { email: 'ann@halden.example', firstName: 'Ann', lastUsedDate: '2026-11-20' },
        { email: 'bo.with.a.very.long.name.indeed@halden.example', roles: ['admin', 'editor'] },
      ],
      licenses: [{ name: 'Figma Full', pricePerUser: 1500, users: [{ email: 'ann@halden.example' }] }],
    },
    files: [{ name: 'users.json', bytes: 48_200, records: 118 }],
    ...{ hindrances: [], remarks: [], seal: 'seal-1' },
    ...change,
  };
}

/** With the problems above: two rows with errors. */
export const WITH_PROBLEMS: Partial<UploadCheckInfo> = {
  problems: PROBLEMS,
  counts: { ...checkInfo().counts, errors: 2, warnings: 1 },
  hindrances: ['2 rows have errors. Mend them, or leave them out.'],
};

export const RESULT: UploadResult = {
  ...{ tab: 'Members', upload: 'u1', target: 'torii.customIntegration', outcome: 'taken', bytes: 48_200 },
  ...{ counts: { ...checkInfo().counts, leftOut: 2 }, route: 'by form', ids: { File: 1000 } },
  remarks: ['Torii has the file and has begun to read it, which takes some minutes.'],
  comparable: true,
};

export const ENTRY: UploadEntry = {
  ...{ upload: 'u1', at: '2026-11-22T10:42:00Z', who: 'ana@halden.example', tab: 'Members' },
  ...{ target: 'torii.customIntegration', provider: 'Torii', place: 'Figma (1000)', rows: 120, records: 118 },
  ...{ leftOut: 2, bytes: 48_200, route: 'by form', ids: 'File 1000', outcome: 'Handed over to Torii.' },
  ...{ end: 'done', kept: true, comparable: true },
};

type UploadJob = Extract<JobInfo, { kind: 'upload' | 'verify' }>;

export function uploadJob(change: Partial<UploadJob> = {}): Scripted {
  const value = {
    ...{
      kind: 'upload',
      job: 'upload-u1',
      title: 'Upload Members to Torii',
      tab: 'Members',
      state: 'running',
    },
    ...{ by: 'ana@halden.example', mine: true, since: '2026-11-22T10:45:00Z' },
    progress: { phase: 'sending', done: 0, total: 118, unit: 'users', pages: 0 },
    ...change,
  };
  return { value };
}

export function uploadStatus(change: Partial<StatusValue> = {}): Scripted {
  return status({
    providers: [
      { provider: 'torii', title: 'Torii', keyPlace: 'Settings → API Access' },
      { provider: 'zluri', title: 'Zluri', keyPlace: 'Settings → API' },
    ],
    ...change,
  });
}

/** Both platforms are connected. */
export const BOTH = uploadStatus({
  connections: [CONNECTION, { provider: 'zluri', title: 'Zluri', organisation: 'Halden', last4: '77aa' }],
});

/** Connected to Torii, with the export in the tab in front and one app account known. */
export function uploading(change: Script = {}): Script {
  return {
    status: () => uploadStatus(),
    resources,
    uploadTabs: () => ({ value: [MEMBERS, COSTS] }),
    uploadTargets: () => ({ value: [TORII, EXPENSES] }),
    uploadMapping: () => ({ value: MAPPING }),
    uploadRemember: () => ({ value: MAPPING }),
    uploadPlaces: () => ({
      value: { places: [{ place: '1000', title: 'Figma' }], canCreate: true, canCreateApp: true },
    }),
    uploadCheck: () => ({ value: checkInfo() }),
    uploadSend: () => ({ value: { job: 'upload-u1' } }),
    uploadUnmark: () => ({ value: { tab: 'Members' } }),
    showCell: () => ({ value: { shown: true } }),
    step: () => uploadJob({ state: 'done', result: RESULT }),
    job: () => uploadJob(),
    ...change,
  };
}
