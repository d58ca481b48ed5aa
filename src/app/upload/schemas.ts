/** The fields that a platform says it takes in uploads: asked once a day, and done without where it does not tell. */
import { AppError } from '../../core/errors';
import { Dispatcher } from '../../core/http/dispatcher';
import type { ApiAnswer } from '../../core/http/request';
import type { UploadField } from '../../core/upload/target';
import type { Ports } from '../../ports';
import type { ProviderDefinition } from '../../providers/definition';
import type { SchemaRequests } from '../../providers/uploading';
import { connectionOf, isConnected } from '../account';

/** One property for each provider. */
const KEPT = 'upload.schemas.';

/** A key of this person's cache, for as long as nobody asks again. */
const FAILED = 'upload.schemas.failed.';

const DAY_MS = 24 * 3_600_000;
const ASK_AGAIN_SECONDS = 3600;

/** A person waits for it. */
const PATIENCE_MS = 20_000;

/** What a property holds, see https://developers.google.com/apps-script/guides/services/quotas. */
const MOST_CHARACTERS = 8500;

interface Schemas {
  /** By target; those that are missing have the fields that we know. */
  readonly fields: Readonly<Record<string, readonly UploadField[]>>;
  /** Whether the platform has such a list and could not be asked for it. */
  readonly isGuessed: boolean;
}

interface Kept {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly answer: ApiAnswer;
}

/** Never fails for the platform's sake: what it does not tell is as it is documented. */
export function readSchemas(ports: Ports, provider: ProviderDefinition): Schemas {
  const schemas = provider.uploads?.schemas;
  const known = provider.uploads?.targets ?? [];
  if (!schemas) return { fields: {}, isGuessed: false };
  const answer = keptAnswer(ports, provider) ?? asked(ports, provider, schemas);
  try {
    if (answer) return { fields: schemas.read(answer, known), isGuessed: false };
  } catch (thrown) {
    ports.log.warn(`The fields of ${provider.title} were not understood: ${AppError.from(thrown).message}`);
  }
  return { fields: {}, isGuessed: true };
}

function keptAnswer(ports: Ports, { provider }: ProviderDefinition): ApiAnswer | null {
  const packed = ports.store.get('document', KEPT + provider);
  const text = packed === null ? null : ports.packing.unpack(packed);
  if (text === null) return null;
  const { at, answer } = JSON.parse(text) as Kept;
  return ports.clock.now() - at < DAY_MS ? answer : null;
}

function asked(ports: Ports, provider: ProviderDefinition, schemas: SchemaRequests): ApiAnswer | null {
  const failed = FAILED + provider.provider;
  if (!isConnected(ports, provider) || (ports.cache.get(failed) ?? '') !== '') return null;
  const dispatcher = new Dispatcher(ports, connectionOf(ports, provider), {
    deadline: ports.clock.now() + PATIENCE_MS,
  });
  try {
    const answer = firstAnswer(dispatcher, schemas);
    keep(ports, provider, answer);
    return answer;
  } catch (thrown) {
    ports.log.warn(`The fields of ${provider.title} were not read: ${AppError.from(thrown).message}`);
    ports.cache.put(failed, 'yes', ASK_AGAIN_SECONDS);
    return null;
  }
}

function firstAnswer(dispatcher: Dispatcher, { request, fallbackRequest }: SchemaRequests): ApiAnswer {
  try {
    return dispatcher.sendOne(request);
  } catch (thrown) {
    if (!fallbackRequest || AppError.from(thrown).code !== 'NOT_FOUND') throw thrown;
    return dispatcher.sendOne(fallbackRequest);
  }
}

function keep(ports: Ports, { provider }: ProviderDefinition, answer: ApiAnswer): void {
  const kept: Kept = { at: ports.clock.now(), answer };
  const packed = ports.packing.pack(JSON.stringify(kept));
  if (packed.length <= MOST_CHARACTERS) ports.store.set('document', KEPT + provider, packed);
}
