/** An upload of a made-up export, as tests of the sidebar's state see it. */
import type {
  UploadFieldInfo,
  UploadMappingInfo,
  UploadTabInfo,
  UploadTargetInfo,
} from '../../../src/app/contract';

const field = (key: string, change: Partial<UploadFieldInfo> = {}): UploadFieldInfo => ({
  ...{ key, label: key, type: 'text', required: false, help: '' },
  ...change,
});

export const TARGET: UploadTargetInfo = {
  ...{ target: 'torii.customIntegration', provider: 'torii', title: 'Users', description: '' },
  ...{ plural: 'users', missing: 'unknown', needs: [], templates: [] },
  fields: [
    field('email', { type: 'email', required: true }),
    field('status', {
      type: 'choice',
      choices: [
        { value: 'active', words: [] },
        { value: 'deleted', words: [] },
      ],
    }),
    field('roles', { type: 'list', several: 'all' }),
  ],
  place: { singular: 'app account', help: '' },
};

export const INFO: UploadMappingInfo = {
  ...{ tab: 'Members', target: TARGET.target, template: 'figma', origin: 'recognised' },
  mapping: { email: 'Email', status: 'State', roles: ['Role', 'Team'] },
  ...{ unmatched: ['Notes'], missing: [], options: { template: 'figma' } },
  columns: ['Email', 'State', 'Role', 'Team', 'Notes'].map((name) => ({ name, example: '' })),
  words: {
    status: [
      { word: 'On', rows: 3, becomes: 'active' },
      { word: 'Off', rows: 2, becomes: null },
    ],
  },
};

export const MEMBERS: UploadTabInfo = {
  tab: 'Members',
  template: { template: 'figma', title: 'Figma members', description: '' },
  targets: ['torii.customIntegration', 'zluri.users'],
  active: true,
};
