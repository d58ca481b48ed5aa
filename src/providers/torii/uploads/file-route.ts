/** How a file gets to Torii: as a form where it is small, else by a signed address, which is asked for last since it ages. */
import { AppError } from '../../../core/errors';
import type { ApiAnswer, ApiRequest } from '../../../core/http/request';
import type { UploadFileHead, UploadOrder } from '../../uploading';
import { FILE_HOST, perMinute } from '../settings';
import { type Failure, failureOf, refusedOr } from './failure';

/**
 * [D] A form takes files of 3 MB. [I] Megabytes of a million bytes: should Torii count in larger ones, nothing is lost, since
 * the other route has no limit that is known. https://developers.toriihq.com/reference/postfilesupload
 */
const FORM_BYTES = 3_000_000;

/** The most that UrlFetchApp sends in one request: 50 MB. https://developers.google.com/apps-script/guides/services/quotas */
export const MOST_BYTES = 50_000_000;

/** A signed address is good for five minutes: https://developers.toriihq.com/reference/getting-started-with-your-api */
const ADDRESS_LIFE_MS = 4 * 60_000;

/** How many signed addresses may refuse a file before nobody asks for another one. */
const MOST_ADDRESSES = 3;

/** What Torii calls files that are used in this way. https://developers.toriihq.com/reference/postfiles */
export type FileType = 'customIntegrationData' | 'expenseReport';

/** How far a file is on its way. */
export interface FileState {
  /** Torii's number of the file, once it has it. */
  readonly idFile?: number;
  /** Where the storage keeps it, once it is there. */
  readonly path?: string;
  /** How many signed addresses Torii gave. */
  readonly addresses: number;
  /** Held in memory only: whoever has the address can write to the storage. */
  readonly secret?: SignedAddress;
  readonly failure?: Failure;
}

interface SignedAddress {
  readonly url: string;
  readonly path: string;
  /** When it came, milliseconds since 1970. */
  readonly at: number;
}

const UPLOAD_RATE = perMinute('POST /files/upload', 200);
const ADDRESS_RATE = perMinute('GET /files/url', 200);
const RECORD_RATE = perMinute('POST /files', 200);
/** A choice of ours: the storage sets no limit that an upload could meet. */
const STORAGE_RATE = perMinute('storage', 200);

const SUBJECT = 'file uploads';
export const UNCHANGED = 'Nothing was changed in Torii.';

const goesByForm = ({ bytes }: Pick<UploadFileHead, 'bytes'>): boolean => bytes <= FORM_BYTES;

/** “by form”, “by signed address”. */
export function routeOf(files: readonly Pick<UploadFileHead, 'bytes'>[]): string {
  return files.every(goesByForm) ? 'by form' : 'by signed address';
}

/** Torii takes one file in an upload. Throws BUG where there is none. */
export function fileOf({ files }: UploadOrder): UploadFileHead {
  const [file] = files;
  if (!file) throw new AppError('BUG', { problem: 'an upload has no file' });
  return file;
}

/**
 * The next request on the way to `idFile`. A file record that is made twice does no harm: one of them is never used, so that
 * all requests may be repeated. `text` is read only where it is sent.
 */
export function fileRequest(
  { path, secret }: FileState,
  order: UploadOrder,
  type: FileType,
  text: () => string,
  now: number,
): ApiRequest {
  const file = fileOf(order);
  const { name, contentType } = file;
  const shared = { repeatable: true, subject: SUBJECT };
  if (goesByForm(file)) {
    const form = { fields: { type }, file: { field: 'file', name, contentType, text: text() } };
    return { ...shared, method: 'post', path: '/files/upload', form, rateClass: UPLOAD_RATE };
  }
  if (path !== undefined) {
    return { ...shared, method: 'post', path: '/files', body: { path, type }, rateClass: RECORD_RATE };
  }
  if (secret && now - secret.at < ADDRESS_LIFE_MS) {
    const signed = { address: secret.url, contentType, text: text() };
    return { ...shared, method: 'put', path: '/(signed address)', signed, rateClass: STORAGE_RATE };
  }
  // [D] The type is the content's, and the signature covers it: the same goes along with the file.
  // https://developers.toriihq.com/reference/getfilesurl
  const query = { name, type: contentType };
  return { ...shared, method: 'get', path: '/files/url', query, rateClass: ADDRESS_RATE };
}

/** What the answer to `fileRequest` of this state makes of it. */
export function afterFile<State extends FileState>(
  state: State,
  order: UploadOrder,
  result: ApiAnswer | AppError | undefined,
  now: number,
): State {
  if (result === undefined || result instanceof AppError) return afterTrouble(state, result ?? garbled());
  const body = result.body as Readonly<Record<string, unknown>> | null;
  const idFile = numberIn(body?.['id']);
  if (idFile !== null) return { ...state, idFile };
  const given = addressIn(body?.['uploadFileParameters']);
  if (given) return afterAddress(state, { ...given, at: now });
  if (!goesByForm(fileOf(order)) && state.path === undefined && state.secret && body === null) {
    const { secret, ...rest } = state;
    return { ...rest, path: secret.path } as State;
  }
  return { ...state, failure: failureOf(garbled()) };
}

function afterAddress<State extends FileState>(state: State, given: SignedAddress): State {
  const host = /^https:\/\/([^/?#]*)/i.exec(given.url)?.[1] ?? '';
  return FILE_HOST.test(host)
    ? { ...state, addresses: state.addresses + 1, secret: given }
    : { ...state, failure: failureOf(garbled(`its address for the file is at “${host}”, where none goes`)) };
}

/** An address that failed, or took nothing for any other reason, gives way to a new one a few times. */
function afterTrouble<State extends FileState>(state: State, error: AppError): State {
  const { secret, ...rest } = state;
  return secret && state.addresses < MOST_ADDRESSES
    ? (rest as State)
    : { ...state, failure: refusedOr(error, UNCHANGED) };
}

function garbled(problem = 'it does not say where the file is'): AppError {
  return new AppError('PROVIDER_GARBLED', { provider: 'Torii', problem });
}

/** A number that Torii gave to something, be it written as text; null where there is none. */
export function numberIn(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : null;
}

function addressIn(value: unknown): Omit<SignedAddress, 'at'> | null {
  if (typeof value !== 'object' || value === null) return null;
  const { url, filePath } = value as Readonly<Record<string, unknown>>;
  return typeof url === 'string' && typeof filePath === 'string' ? { url, path: filePath } : null;
}
