/** The bucket in which files are kept, reached by signed addresses as those of Amazon S3. https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html */
import { createHmac } from 'node:crypto';
import { Content, Refusal } from '../../http/exchange';
import type { Answer, Exchange } from '../../http/exchange';
import { latencyOfBytes } from '../../http/latency';

/** Inferred: which bucket it is, no text says. https://developers.toriihq.com/reference/getting-started-with-your-api */
export const INFERRED_BUCKET_HOST = 'torii-uploads.s3.us-east-1.amazonaws.com';
/** Five minutes. https://developers.toriihq.com/reference/getting-started-with-your-api */
const LIFE_SECONDS = 300;

/** Always the same, so that runs repeat to the byte. */
const SECRET = 'local-not-a-real-secret';

interface StoredObject {
  readonly contentType: string;
  readonly bytes: Buffer;
}

interface Signed {
  readonly method: string;
  /** As it stands in the address, with the slash in front. */
  readonly path: string;
  /** '' where the signature does not cover it. */
  readonly contentType: string;
  /** As the address has it: 20261123T090000Z. */
  readonly date: string;
  readonly expires: string;
}

export class Bucket {
  readonly #objects = new Map<string, StoredObject>();
  #lastPathTime = 0;

  find(path: string): StoredObject | undefined {
    return this.#objects.get(path);
  }

  /** `<time>/<name>`; times are told apart, so that no file takes another's place. https://developers.toriihq.com/reference/getfilesurl */
  newPath(name: string, now: number): string {
    this.#lastPathTime = Math.max(now, this.#lastPathTime + 1);
    return `${this.#lastPathTime}/${name}`;
  }

  keep(path: string, contentType: string, bytes: Buffer): void {
    this.#objects.set(path, { contentType, bytes });
  }

  /**
   * An address that lives for five minutes.
   * @param path of the object, not encoded and without a slash in front
   * @param contentType the only one that may be sent there; '' for reading
   * @param now milliseconds since 1970
   */
  address(method: 'GET' | 'PUT', path: string, contentType: string, now: number): string {
    const date = amazonDate(now);
    const expires = String(LIFE_SECONDS);
    const encoded = `/${path.split('/').map(encodeURIComponent).join('/')}`;
    const query = new URLSearchParams({
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Credential': `LOCALKEY/${date.slice(0, 8)}/us-east-1/s3/aws4_request`,
      'X-Amz-Date': date,
      'X-Amz-Expires': expires,
      'X-Amz-SignedHeaders': contentType === '' ? 'host' : 'content-type;host',
      'X-Amz-Signature': signatureOf({ method, path: encoded, contentType, date, expires }),
    });
    return `https://${INFERRED_BUCKET_HOST}${encoded}?${query.toString()}`;
  }

  /** @throws Refusal for whatever the address does not allow */
  answer(exchange: Exchange, now: number): Answer {
    this.#demandRight(exchange, now);
    const path = decodeURIComponent(exchange.path.slice(1));
    if (exchange.method === 'PUT') {
      this.keep(path, exchange.headers['content-type'] ?? '', exchange.bytes);
      const latency = latencyOfBytes(exchange.bytes.length);
      return { status: 200, body: new Content('application/xml', Buffer.alloc(0)), latency };
    }
    const found = this.#objects.get(path);
    if (found === undefined) throw new Refusal(404, 'The specified key does not exist.');
    const body = new Content(found.contentType, found.bytes);
    return { status: 200, body, latency: latencyOfBytes(found.bytes.length) };
  }

  #demandRight({ method, path, query, headers }: Exchange, now: number): void {
    if (headers.authorization !== undefined) throw new Refusal(400, ONE_MECHANISM);
    const [date, expires, signature, signedHeaders] = [
      'X-Amz-Date',
      'X-Amz-Expires',
      'X-Amz-Signature',
      'X-Amz-SignedHeaders',
    ].map((key) => query.get(key) ?? '') as [string, string, string, string];
    if (signature === '') throw new Refusal(403, 'Access Denied');
    if (now > timeOf(date) + Number(expires) * 1000) throw new Refusal(403, EXPIRED);
    const covered = signedHeaders.split(';').includes('content-type');
    const contentType = covered ? (headers['content-type'] ?? '') : '';
    if (signature !== signatureOf({ method, path, contentType, date, expires })) {
      throw new Refusal(403, WRONG_SIGNATURE);
    }
  }
}

const ONE_MECHANISM =
  'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified';
const EXPIRED = 'Request has expired';
const WRONG_SIGNATURE =
  'The request signature we calculated does not match the signature you provided. Check your key and signing method.';

/** By status, then by message. https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const CODES: Readonly<Record<number, string>> = {
  400: 'InvalidArgument',
  403: 'AccessDenied',
  404: 'NoSuchKey',
  500: 'InternalError',
  503: 'SlowDown',
};

/** An error as Amazon words it, in XML. https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
export function bucketError(status: number, message: string): Content {
  const code = message === WRONG_SIGNATURE ? 'SignatureDoesNotMatch' : (CODES[status] ?? 'InternalError');
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return new Content('application/xml', Buffer.from(xml));
}

/** Covers what Amazon's covers too; how it is worked out is our own. */
function signatureOf({ method, path, contentType, date, expires }: Signed): string {
  return createHmac('sha256', SECRET)
    .update([method, path, contentType, date, expires].join('\n'))
    .digest('hex');
}

function amazonDate(now: number): string {
  return `${new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function timeOf(date: string): number {
  return Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}
