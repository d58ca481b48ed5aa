/** Blobs and byte arrays: data with a content type and a name. https://developers.google.com/apps-script/reference/base/blob */
import { ScriptError, ServiceObject } from '../service-object';
import { mismatch } from './signature';

/** Apps Script's bytes are signed, −128 to 127, because they are Java's. */
export function signedBytes(bytes: Uint8Array): number[] {
  return Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte));
}

/** True for the forms in which a script hands over bytes. */
export function isBytes(value: unknown): value is readonly number[] | Uint8Array {
  return (
    value instanceof Uint8Array || (Array.isArray(value) && value.every((byte) => typeof byte === 'number'))
  );
}

/** Bytes as Node knows them; signed and unsigned numbers are taken alike. */
export function rawBytes(bytes: readonly number[] | Uint8Array): Buffer {
  return Buffer.from(bytes);
}

/** Text in one of the charsets that the WHATWG names. @throws ScriptError for an unknown charset. */
export function decodeText(bytes: Uint8Array, charset: string): string {
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(charset, { ignoreBOM: true });
  } catch (cause) {
    if (cause instanceof RangeError) throw new ScriptError(`Invalid argument: ${charset}`);
    throw cause;
  }
  return decoder.decode(bytes);
}

/** Bytes of a text. Only the charsets that Node encodes; a character outside US-ASCII becomes a question mark. */
export function encodeText(text: string, charset = 'UTF-8'): Buffer {
  switch (charset.toUpperCase().replace(/[-_]/g, '')) {
    case 'UTF8':
      return Buffer.from(text, 'utf8');
    case 'USASCII':
    case 'ASCII':
      // Any code point beyond ASCII counts once, also those of two code units.
      return Buffer.from(text.replace(/[^\0-\x7f]/gu, '?'), 'latin1');
    case 'ISO88591':
      return Buffer.from(text, 'latin1');
    case 'UTF16LE':
      return Buffer.from(text, 'utf16le');
    default:
      throw new ScriptError(`Invalid argument: ${charset}`);
  }
}

const TYPE_BY_EXTENSION: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  gif: 'image/gif',
  gz: 'application/x-gzip',
  html: 'text/html',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  js: 'text/javascript',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/xml',
  zip: 'application/zip',
};

export class Blob extends ServiceObject {
  readonly className = 'Blob';
  #bytes: Buffer;
  #contentType: string | null;
  #name: string | null;

  constructor(bytes: Uint8Array, contentType: string | null = null, name: string | null = null) {
    super();
    this.#bytes = Buffer.from(bytes);
    this.#contentType = contentType;
    this.#name = name;
  }

  /** @internal The content, for the other services: not a method of Apps Script. */
  static bytesOf(blob: Blob): Buffer {
    return blob.#bytes;
  }

  copyBlob(): Blob {
    return new Blob(this.#bytes, this.#contentType, this.#name);
  }

  getBlob(): Blob {
    return this;
  }

  /** Only to the type that it has: Google's conversions between formats are not offered here. */
  getAs(contentType: string): Blob {
    if (contentType === this.#contentType) return this.copyBlob();
    throw new ScriptError(
      `Blob.getAs from ${this.#contentType ?? 'no type'} to ${contentType} is not implemented by the local Apps Script.`,
    );
  }

  getBytes(): number[] {
    return signedBytes(this.#bytes);
  }

  getContentType(): string | null {
    return this.#contentType;
  }

  getDataAsString(charset = 'UTF-8'): string {
    return decodeText(this.#bytes, charset);
  }

  getName(): string | null {
    return this.#name;
  }

  isGoogleType(): boolean {
    return false;
  }

  setBytes(bytes: unknown): Blob {
    if (!isBytes(bytes)) throw mismatch('Blob.setBytes', [bytes]);
    this.#bytes = rawBytes(bytes);
    return this;
  }

  setContentType(contentType: string | null): Blob {
    this.#contentType = contentType ?? null;
    return this;
  }

  /** Sets the type that the ending of the name stands for; the type is null where the ending says nothing. */
  setContentTypeFromExtension(): Blob {
    const extension = /\.([^.]+)$/.exec(this.#name ?? '')?.[1]?.toLowerCase() ?? '';
    this.#contentType = TYPE_BY_EXTENSION[extension] ?? null;
    return this;
  }

  setDataFromString(text: string, charset = 'UTF-8'): Blob {
    this.#bytes = encodeText(String(text), charset);
    return this;
  }

  setName(name: string): Blob {
    this.#name = String(name);
    return this;
  }
}

/** The blob behind a BlobSource, such as an HtmlOutput or an HTTPResponse; undefined for anything else. */
export function blobOf(source: unknown): Blob | undefined {
  if (source instanceof Blob) return source;
  if (!(source instanceof ServiceObject) || !('getBlob' in source)) return undefined;
  const { getBlob } = source;
  const blob: unknown = typeof getBlob === 'function' ? getBlob.call(source) : undefined;
  return blob instanceof Blob ? blob : undefined;
}
