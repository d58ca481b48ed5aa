/** `/files`: uploads by form and by signed address, and what is known of a file. */
import { Content, Refusal, jsonObject } from '../../http/exchange';
import { BASE_LATENCY, latencyOfBytes } from '../../http/latency';
import { formParts } from '../../http/multipart';
import { oneOf, onlyParameters } from '../query/parameters';
import { get, made, ok, post } from '../route';
import type { Call, ToriiRoute } from '../route';
import { FILE_TYPES } from '../uploads/stored-file';
import type { FileType, StoredFile } from '../uploads/stored-file';

/** https://developers.toriihq.com/reference/postfilesupload */
const EXTENSIONS = 'csv xls xlsx pdf doc docx png jpg jpeg xml json zip'.split(' ');
/** “3 MB” is documented; that a MB is the smaller one is inferred. https://developers.toriihq.com/reference/postfilesupload */
const INFERRED_LONGEST_FORM_FILE = 3_000_000;
/** Where `type` is not sent. https://developers.toriihq.com/reference/getfilesid */
const USUAL_TYPE: FileType = 'expenseReport';

/** Parts `type` and `file`. https://developers.toriihq.com/reference/postfilesupload */
function upload(call: Call) {
  const parts = formParts(call.exchange);
  const other = parts.find(({ name }) => name !== 'type' && name !== 'file');
  if (other !== undefined) throw new Refusal(400, `"${other.name}" is not allowed`);
  const type = fileType(parts.find(({ name }) => name === 'type')?.bytes.toString('utf8'));
  const file = parts.find(({ name }) => name === 'file');
  if (file?.fileName === undefined) throw new Refusal(400, '"file" must be a file with a name');
  const extension = /\.([^.]+)$/.exec(file.fileName)?.[1]?.toLowerCase() ?? '';
  if (!EXTENSIONS.includes(extension))
    throw new Refusal(400, `Files of the type ".${extension}" are not allowed`);
  if (file.bytes.length > INFERRED_LONGEST_FORM_FILE) {
    throw new Refusal(413, 'The file is larger than 3 MB: ask for an address to upload it to');
  }
  const path = call.bucket.newPath(file.fileName, call.now);
  call.bucket.keep(path, file.contentType ?? 'application/octet-stream', file.bytes);
  return { ...made(call, record(call, path, type).id), latency: latencyOfBytes(file.bytes.length) };
}

/** `type` is that of the content: it must be sent again with it. https://developers.toriihq.com/reference/getfilesurl */
function address(call: Call) {
  const { query } = call.exchange;
  onlyParameters(call.exchange, ['name', 'type']);
  const [name, type] = [query.get('name') ?? '', query.get('type') ?? ''];
  if (name === '' || type === '') throw new Refusal(400, '"name" and "type" are required');
  const filePath = call.bucket.newPath(name, call.now);
  const url = call.bucket.address('PUT', filePath, type, call.now);
  return ok({ uploadFileParameters: { url, filePath } });
}

/** Of what has been uploaded to an address. https://developers.toriihq.com/reference/postfiles */
function create(call: Call) {
  const { path, type, ...others } = jsonObject(call.exchange);
  const [other] = Object.keys(others);
  if (other !== undefined) throw new Refusal(400, `"${other}" is not allowed`);
  if (typeof path !== 'string' || path === '') throw new Refusal(400, '"path" is required');
  const known = fileType(type);
  if (call.bucket.find(path) === undefined) throw new Refusal(400, `Nothing was uploaded to "${path}"`);
  return made(call, record(call, path, known).id);
}

function one(call: Call) {
  onlyParameters(call.exchange, ['type']);
  const wanted = oneOf(call.exchange.query, 'type', FILE_TYPES) ?? USUAL_TYPE;
  const { id, type, fileName, creationTime, uploadedBy } = namedFile(call);
  if (type !== wanted) throw new Refusal(404, `There is no file ${id} of the type ${wanted}`);
  return ok({ file: { id, type, fileName, creationTime, uploadedBy } });
}

function download(call: Call) {
  const { path } = namedFile(call);
  const Location = call.bucket.address('GET', path, '', call.now);
  const body = new Content('text/plain', Buffer.alloc(0));
  return { status: 302, body, headers: { Location }, latency: BASE_LATENCY };
}

function fileType(given: unknown): FileType {
  const type = FILE_TYPES.find((each) => each === given);
  if (type === undefined) throw new Refusal(400, `"type" must be one of [${FILE_TYPES.join(', ')}]`);
  return type;
}

function record(call: Call, path: string, type: FileType): StoredFile {
  const { tenant, bucket } = call;
  const stored = bucket.find(path);
  const file: StoredFile = {
    id: tenant.nextId('files'),
    type,
    fileName: path.slice(path.indexOf('/') + 1),
    creationTime: new Date(call.now).toISOString(),
    uploadedBy: tenant.keyOwner,
    path,
    contentType: stored?.contentType ?? '',
    size: stored?.bytes.length ?? 0,
    get text() {
      return stored?.bytes.toString('utf8') ?? '';
    },
  };
  tenant.data.files.push(file);
  return file;
}

function namedFile(call: Call): StoredFile {
  const id = call.parameters.id ?? '';
  if (!/^\d+$/.test(id)) throw new Refusal(400, '"id" must be a number');
  const file = call.tenant.data.files.find((each) => each.id === Number(id));
  if (file === undefined) throw new Refusal(404, `There is no file ${id}`);
  return file;
}

export const FILE_ROUTES: readonly ToriiRoute[] = [
  post('/files/upload', upload),
  get('/files/url', address),
  post('/files', create),
  get('/files/{id}', one),
  get('/files/{id}/download', download),
];
