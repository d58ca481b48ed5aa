/** All that can be uploaded to Torii. */
import { AppError } from '../../../core/errors';
import type { UploadProtocol, Uploads } from '../../uploading';
import { APP_USERS } from '../app-users';
import { CUSTOM_INTEGRATION } from './custom-integration';
import { EXPENSE_FILE, parseConfigOf } from './expense-file';
import { routeOf } from './file-route';
import { GLUU } from './gluu';
import { PARSING_PROTOCOL } from './parsing-protocol';
import { TORII_PLACES } from './places';
import { syncProtocol } from './sync-protocol';

const PROTOCOLS: Readonly<Record<string, UploadProtocol>> = {
  [CUSTOM_INTEGRATION.target]: syncProtocol({
    path: '/services/sync/custom',
    event: 'sync_custom_integration',
  }),
  [GLUU.target]: syncProtocol({ path: '/services/sync/gluu', event: 'sync_gluu_custom_integration' }),
  [EXPENSE_FILE.target]: PARSING_PROTOCOL,
};

export const TORII_UPLOADS: Uploads = {
  targets: [CUSTOM_INTEGRATION, EXPENSE_FILE, GLUU],
  protocolOf(target) {
    const protocol = PROTOCOLS[target];
    if (!protocol) throw new AppError('BUG', { problem: `“${target}” has no way to Torii` });
    return protocol;
  },
  places: TORII_PLACES,
  audience: {
    resource: APP_USERS.resource,
    email: 'email',
    gone: { attribute: 'status', values: ['deleted'] },
  },
  routeOf,
  parseConfig: (file, { parsing }) =>
    file.target === EXPENSE_FILE.target && parsing === 'manual' ? parseConfigOf(file) : null,
};
