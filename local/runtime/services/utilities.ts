/** Utilities: blobs, encodings, digests, archives, formats and waiting. https://developers.google.com/apps-script/reference/utilities/utilities */
import { constants, createHash, createHmac, createSign } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import JSZip from 'jszip';
import type { Host } from '../host';
import { EnumValue, enumeration, ScriptError, ServiceObject } from '../service-object';
import { Blob, blobOf, encodeText, isBytes, rawBytes, signedBytes } from './blob';
import { mismatch } from './signature';
import { parseCsv } from './utilities/csv';
import { formatString } from './utilities/format-string';
import { formatDate, parseDate } from './utilities/simple-date-format';

const Charset = enumeration('Charset', 'US_ASCII', 'UTF_8');
const DigestAlgorithm = enumeration(
  'DigestAlgorithm',
  'MD2',
  'MD5',
  'SHA_1',
  'SHA_256',
  'SHA_384',
  'SHA_512',
);
const MacAlgorithm = enumeration(
  'MacAlgorithm',
  'HMAC_MD5',
  'HMAC_SHA_1',
  'HMAC_SHA_256',
  'HMAC_SHA_384',
  'HMAC_SHA_512',
);
const RsaAlgorithm = enumeration('RsaAlgorithm', 'RSA_SHA_1', 'RSA_SHA_256');

/** The longest wait of one call, in milliseconds (remembered by developers; Google's page names no figure). */
const LONGEST_SLEEP = 300_000;

/** OpenSSL's name for SHA_256, HMAC_SHA_256 or RSA_SHA_256. */
const hashName = (algorithm: EnumValue): string =>
  algorithm.name.replace(/^(HMAC|RSA)_/, '').replace('_', '');

function input(method: string, value: unknown, charset: unknown): Buffer {
  if (typeof value === 'string') {
    return encodeText(
      value,
      charset instanceof EnumValue && charset.name === 'US_ASCII' ? 'US-ASCII' : 'UTF-8',
    );
  }
  if (isBytes(value)) return rawBytes(value);
  throw mismatch(`Utilities.${method}`, [value, charset]);
}

function algorithmOf(method: string, algorithm: unknown, enumName: string): EnumValue {
  if (algorithm instanceof EnumValue && algorithm.enumName === enumName) return algorithm;
  throw mismatch(`Utilities.${method}`, [algorithm]);
}

function decode64(encoded: unknown, method: string, alphabet: RegExp): number[] {
  if (typeof encoded !== 'string') throw mismatch(`Utilities.${method}`, [encoded]);
  if (!alphabet.test(encoded)) throw new ScriptError('Could not decode string.');
  return signedBytes(Buffer.from(encoded, 'base64'));
}

function source(method: string, value: unknown): Blob {
  const blob = blobOf(value);
  if (blob === undefined) throw mismatch(`Utilities.${method}`, [value]);
  return blob;
}

class Utilities extends ServiceObject {
  readonly className = 'Utilities';
  override readonly constants = { Charset, DigestAlgorithm, MacAlgorithm, RsaAlgorithm };
  readonly #host: Host;

  constructor(host: Host) {
    super();
    this.#host = host;
  }

  base64Decode(encoded: string): number[] {
    return decode64(encoded, 'base64Decode', /^[A-Za-z0-9+/\s]*={0,2}\s*$/);
  }

  base64DecodeWebSafe(encoded: string): number[] {
    return decode64(encoded, 'base64DecodeWebSafe', /^[A-Za-z0-9_\-\s]*={0,2}\s*$/);
  }

  base64Encode(data: unknown, charset?: EnumValue): string {
    return input('base64Encode', data, charset).toString('base64');
  }

  /** Keeps the padding. */
  base64EncodeWebSafe(data: unknown, charset?: EnumValue): string {
    const plain = input('base64EncodeWebSafe', data, charset).toString('base64');
    return plain.replaceAll('+', '-').replaceAll('/', '_');
  }

  computeDigest(algorithm: EnumValue, value: unknown, charset?: EnumValue): number[] {
    const { name } = algorithmOf('computeDigest', algorithm, 'DigestAlgorithm');
    if (name === 'MD2') {
      throw new ScriptError('Utilities.computeDigest with MD2 is not implemented by the local Apps Script.');
    }
    return signedBytes(
      createHash(hashName(algorithm))
        .update(input('computeDigest', value, charset))
        .digest(),
    );
  }

  computeHmacSha256Signature(value: unknown, key: unknown, charset?: EnumValue): number[] {
    return this.computeHmacSignature(MacAlgorithm.HMAC_SHA_256, value, key, charset);
  }

  computeHmacSignature(algorithm: EnumValue, value: unknown, key: unknown, charset?: EnumValue): number[] {
    const hash = hashName(algorithmOf('computeHmacSignature', algorithm, 'MacAlgorithm'));
    const mac = createHmac(hash, input('computeHmacSignature', key, charset));
    return signedBytes(mac.update(input('computeHmacSignature', value, charset)).digest());
  }

  computeRsaSha1Signature(value: string, key: string, charset?: EnumValue): number[] {
    return this.computeRsaSignature(RsaAlgorithm.RSA_SHA_1, value, key, charset);
  }

  computeRsaSha256Signature(value: string, key: string, charset?: EnumValue): number[] {
    return this.computeRsaSignature(RsaAlgorithm.RSA_SHA_256, value, key, charset);
  }

  /** @throws ScriptError where the key is no private key in PEM form. */
  computeRsaSignature(algorithm: EnumValue, value: string, key: string, charset?: EnumValue): number[] {
    const hash = hashName(algorithmOf('computeRsaSignature', algorithm, 'RsaAlgorithm'));
    const signer = createSign(hash).update(input('computeRsaSignature', value, charset));
    try {
      return signedBytes(signer.sign({ key, padding: constants.RSA_PKCS1_PADDING }));
    } catch (cause) {
      throw new ScriptError(
        `Invalid argument: key (${cause instanceof Error ? cause.message : 'unreadable'})`,
      );
    }
  }

  formatDate(date: unknown, timeZone: string, format: string): string {
    if (!(date instanceof Date) || typeof timeZone !== 'string' || typeof format !== 'string') {
      throw mismatch('Utilities.formatDate', [date, timeZone, format]);
    }
    return formatDate(date, timeZone, format);
  }

  formatString(template: string, ...args: unknown[]): string {
    if (typeof template !== 'string') throw mismatch('Utilities.formatString', [template, ...args]);
    return formatString(template, args);
  }

  /** A version 4 UUID from the seeded numbers, so that runs repeat. */
  getUuid(): string {
    const bytes = Buffer.from(Array.from({ length: 16 }, () => Math.floor(this.#host.random() * 256)));
    bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  gzip(blob: unknown, name?: string): Blob {
    const from = source('gzip', blob);
    const title = name ?? `${from.getName() ?? 'archive'}.gz`;
    return new Blob(gzipSync(Blob.bytesOf(from)), 'application/x-gzip', title);
  }

  jsonParse(jsonString: string): unknown {
    return JSON.parse(jsonString);
  }

  jsonStringify(value: unknown): string {
    return JSON.stringify(value);
  }

  newBlob(data: unknown, contentType?: string, name?: string): Blob {
    if (typeof data !== 'string' && !isBytes(data))
      throw mismatch('Utilities.newBlob', [data, contentType, name]);
    const type = contentType ?? (typeof data === 'string' ? 'text/plain' : null);
    return new Blob(input('newBlob', data, undefined), type, name ?? null);
  }

  parseCsv(csv: string, delimiter = ','): string[][] {
    if (typeof csv !== 'string') throw mismatch('Utilities.parseCsv', [csv, delimiter]);
    return parseCsv(csv, String(delimiter));
  }

  parseDate(date: string, timeZone: string, format: string): Date {
    if (typeof date !== 'string' || typeof timeZone !== 'string' || typeof format !== 'string') {
      throw mismatch('Utilities.parseDate', [date, timeZone, format]);
    }
    return parseDate(date, timeZone, format);
  }

  /** Virtual time passes; nobody waits. */
  sleep(milliseconds: number): void | Promise<void> {
    if (typeof milliseconds !== 'number') throw mismatch('Utilities.sleep', [milliseconds]);
    if (milliseconds < 0 || milliseconds > LONGEST_SLEEP) {
      throw new ScriptError(`Invalid argument: ${milliseconds}`);
    }
    return this.#host.clock.pause(milliseconds);
  }

  ungzip(blob: unknown): Blob {
    const from = source('ungzip', blob);
    const name = from.getName()?.replace(/\.gz$/, '') ?? null;
    try {
      return new Blob(gunzipSync(Blob.bytesOf(from)), null, name);
    } catch (cause) {
      throw new ScriptError(
        `Could not decompress gzip: ${cause instanceof Error ? cause.message : 'unreadable'}`,
      );
    }
  }

  async unzip(blob: unknown): Promise<Blob[]> {
    const archive = await JSZip.loadAsync(Blob.bytesOf(source('unzip', blob))).catch(() => {
      throw new ScriptError('Invalid argument: the blob is no ZIP archive');
    });
    const files = Object.values(archive.files).filter(({ dir }) => !dir);
    return Promise.all(
      files.map(async (file) =>
        new Blob(await file.async('nodebuffer'), null, file.name).setContentTypeFromExtension(),
      ),
    );
  }

  async zip(blobs: unknown, name = 'archive.zip'): Promise<Blob> {
    if (!Array.isArray(blobs)) throw mismatch('Utilities.zip', [blobs, name]);
    const archive = new JSZip();
    const date = new Date(this.#host.clock.now());
    for (const one of blobs) {
      const file = source('zip', one);
      const title = file.getName();
      if (title === null) throw new ScriptError('Blob object must have non-null name for this operation.');
      if (archive.file(title) !== null) throw new ScriptError('Duplicate name for file in zip: ' + title);
      archive.file(title, Blob.bytesOf(file), { date });
    }
    const bytes = await archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
    return new Blob(bytes, 'application/zip', name);
  }
}

/** The service for one execution. */
export function createUtilities(host: Host): ServiceObject {
  return new Utilities(host);
}
