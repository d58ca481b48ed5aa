/** `/services`: app accounts of custom integrations, and their syncs. */
import { Refusal, jsonObject } from '../../http/exchange';
import { made, ok, post, put } from '../route';
import type { Call, ToriiRoute } from '../route';
import { readGluuFile } from '../uploads/gluu-file';
import { readPeopleFile } from '../uploads/people-file';
import type { CustomSync } from '../uploads/sync';
import type { StoredFile } from '../uploads/stored-file';

const MINUTE = 60_000;
/** Above those of the accounts that apps have by themselves. */
const FIRST_NEW_ACCOUNT = 5_000_000;

/** Body and answer are inferred: one line of text is all there is. https://developers.toriihq.com/llms.txt */
function addAccount(call: Call) {
  const { idApp } = integers(call, ['idApp']) as { idApp: number };
  const { tenant } = call;
  if (tenant.find('apps', idApp) === undefined) throw new Refusal(404, `There is no app ${idApp}`);
  const id = Math.max(FIRST_NEW_ACCOUNT, tenant.nextId('appAccounts'));
  tenant.data.appAccounts.push({ id, idApp });
  return made(call, id);
}

/** Which event a sync leaves in the log is documented; that one asked for by a key leaves it too is inferred. https://developers.toriihq.com/reference/getaudit */
const EVENTS = { custom: 'sync_custom_integration', gluu: 'sync_gluu_custom_integration' } as const;
const READERS = { custom: readPeopleFile, gluu: readGluuFile } as const;

/** Reads the file, and starts unless a sync of the account is running. https://developers.toriihq.com/reference/putservicessynccustom */
function sync(kind: CustomSync['kind']) {
  return (call: Call) => {
    const { tenant, now } = call;
    const { idFile, idAppAccount } = integers(call, ['idFile', 'idAppAccount']) as {
      idFile: number;
      idAppAccount: number;
    };
    if (!tenant.data.appAccounts.some((account) => account.id === idAppAccount)) {
      throw new Refusal(404, `There is no app account ${idAppAccount}`);
    }
    const { text } = fileOf(call, idFile, 'customIntegrationData');
    const isAlone = call.options.syncsAtOnce === 'organisation';
    if (tenant.data.syncs.some((each) => !each.isDone && (isAlone || each.idAppAccount === idAppAccount))) {
      throw new Refusal(409, 'A sync is already running');
    }
    const file = READERS[kind](text);
    tenant.data.syncs.push({
      id: tenant.nextId('syncs'),
      kind,
      idFile,
      idAppAccount,
      at: new Date(now).toISOString(),
      endsAt: now + call.options.syncMinutes * MINUTE,
      isDone: false,
      file,
    });
    log(call, EVENTS[kind]);
    return ok(call.options.emptySyncAnswer ? undefined : { success: true }, file.users.length);
  };
}

function log({ tenant, now, exchange }: Call, type: string): void {
  tenant.add('auditLog', {
    id: tenant.nextId('auditLog'),
    entity: 'integrations',
    type,
    creationTime: new Date(now).toISOString(),
    performedBy: tenant.keyOwner,
    requestDetails: { path: exchange.path, method: exchange.method.toLowerCase(), remoteAddress: '10.0.0.2' },
    properties: {},
  });
}

/** The file of that type. https://developers.toriihq.com/reference/putservicessynccustom */
export function fileOf({ tenant }: Call, id: number, type: StoredFile['type']): StoredFile {
  const file = tenant.data.files.find((each) => each.id === id);
  if (file === undefined) throw new Refusal(404, `There is no file ${id}`);
  if (file.type !== type) throw new Refusal(400, `The file ${id} is of the type ${file.type}, not ${type}`);
  return file;
}

/** A body of just these keys, all of them whole numbers. */
export function integers({ exchange }: Call, keys: readonly string[]): Readonly<Record<string, number>> {
  const body = jsonObject(exchange);
  const other = Object.keys(body).find((key) => !keys.includes(key));
  if (other !== undefined) throw new Refusal(400, `"${other}" is not allowed`);
  for (const key of keys) {
    if (body[key] === undefined) throw new Refusal(400, `"${key}" is required`);
    if (!Number.isInteger(body[key])) throw new Refusal(400, `"${key}" must be an integer`);
  }
  return body as Record<string, number>;
}

export const SERVICE_ROUTES: readonly ToriiRoute[] = [
  // The path is rebuilt from the page's name. https://developers.toriihq.com/llms.txt
  post('/services/custom', addAccount),
  put('/services/sync/custom', sync('custom')),
  put('/services/sync/gluu', sync('gluu')),
];
