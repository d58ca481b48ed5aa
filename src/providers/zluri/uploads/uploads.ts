/** All that Zluri offers for uploads: its integration SDK. */
import type { Uploads } from '../../uploading';
import { PLACES } from './places';
import { routeOf } from './route';
import { SCHEMAS } from './schemas';
import { HOURS_BETWEEN } from './settings';
import { SYNC_PROTOCOL } from './sync-protocol';
import { TARGETS } from './targets';

export const ZLURI_UPLOADS: Uploads = {
  targets: TARGETS,
  protocolOf: () => SYNC_PROTOCOL,
  places: PLACES,
  schemas: SCHEMAS,
  audience: {
    resource: 'appUsers',
    email: 'user_email',
    gone: { attribute: 'user_app_status', values: ['inactive'] },
  },
  routeOf,
  hoursBetween: HOURS_BETWEEN,
};
