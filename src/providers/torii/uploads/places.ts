/** App accounts: where Torii's custom integrations take their files. */
import { valueAt } from '../../../core/http/list';
import type { ApiAnswer } from '../../../core/http/request';
import type { PlaceRequests } from '../../uploading';
import { APPS } from '../apps';
import { PAGING, perMinute, reference } from '../settings';
import { numberIn } from './file-route';

/** [D] As many as one page holds: one of exactly that name must be among them, or it would be made a second time. */
const MOST_APPS = PAGING.pageSize;

/**
 * [I] That this call makes an account for an app and returns its id is all that is documented: neither its body nor its answer is.
 * https://developers.toriihq.com/reference/postservicescustom
 */
const CREATE = {
  path: '/services/custom',
  bodyOf: (idApp: number) => ({ idApp }),
  idAt: ['id', 'idAppAccount', 'appAccount.id', 'account.id', 'service.id', 'data.id', 'data.idAppAccount'],
} as const;

/** No call lists the accounts that there are, so that known ones are typed in. */
export const TORII_PLACES: PlaceRequests = {
  singular: 'app account',
  help: 'The App account ID is shown in Torii when a custom integration is added (Integrations → Add Custom Integration → choose the app → Add Integration), and later when you point at its tile. It is not the app’s ID.',
  findApps: (text) => ({
    method: 'get',
    path: APPS.path,
    query: { fields: 'id,name', q: text || undefined, size: MOST_APPS },
    rateClass: APPS.rateClass,
    repeatable: true,
    subject: 'apps',
  }),
  readApps: ({ body }) => {
    const apps = (body as Readonly<Record<string, unknown>> | null)?.['apps'];
    if (!Array.isArray(apps)) return [];
    return apps.flatMap((each: Readonly<Record<string, unknown>> | null) => {
      const id = numberIn(each?.['id']);
      return id === null ? [] : [{ app: String(id), title: String(each?.['name'] ?? '') }];
    });
  },
  createApp: (title) => ({
    method: 'post',
    path: '/apps/custom',
    body: { name: title },
    rateClass: perMinute('POST /apps/custom', 200),
    repeatable: false,
    subject: 'custom apps',
  }),
  readApp: ({ body }) => {
    const app = (body as Readonly<Record<string, unknown>> | null)?.['app'];
    return String(numberIn((app as Readonly<Record<string, unknown>> | null | undefined)?.['id']) ?? '');
  },
  create: ({ app }) => ({
    method: 'post',
    path: CREATE.path,
    body: CREATE.bodyOf(Number(app)),
    rateClass: perMinute(`POST ${CREATE.path}`, 50),
    repeatable: false,
    subject: 'custom integrations',
  }),
  readCreated: ({ body }: ApiAnswer) => {
    const id = CREATE.idAt.map((path) => numberIn(valueAt(body, path))).find((each) => each !== null);
    return id === undefined || id === null ? null : String(id);
  },
  refused: 'Or add the custom integration in Torii itself, and give its App account ID here.',
  evidence: reference('postservicescustom', 'I'),
};
