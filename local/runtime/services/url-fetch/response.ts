/** HTTPResponse: the answer as the script sees it. https://developers.google.com/apps-script/reference/url-fetch/http-response */
import { ServiceObject } from '../../service-object';
import { Blob, decodeText, signedBytes } from '../blob';

export class HTTPResponse extends ServiceObject {
  readonly className = 'HTTPResponse';
  readonly #url: URL;
  readonly #status: number;
  readonly #headers: ReadonlyMap<string, readonly string[]>;
  readonly #body: Buffer;

  constructor(url: URL, status: number, headers: readonly (readonly [string, string])[], body: Buffer) {
    super();
    this.#url = url;
    this.#status = status;
    this.#body = body;
    const grouped = new Map<string, string[]>();
    const spelling = new Map<string, string>();
    for (const [name, value] of headers) {
      const spelt = spelling.get(name.toLowerCase()) ?? name;
      spelling.set(name.toLowerCase(), spelt);
      grouped.set(spelt, [...(grouped.get(spelt) ?? []), value]);
    }
    this.#headers = grouped;
  }

  /** Repeated headers as arrays. */
  getAllHeaders(): Record<string, string | string[]> {
    const entries = [...this.#headers].map(
      ([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : [...values]] as const,
    );
    return Object.fromEntries(entries);
  }

  getAs(contentType: string): Blob {
    return this.getBlob().getAs(contentType);
  }

  /** Named after the last part of the address. */
  getBlob(): Blob {
    const name = this.#url.pathname.split('/').pop() ?? '';
    return new Blob(this.#body, this.#contentType().split(';')[0]?.trim() ?? '', name);
  }

  getContent(): number[] {
    return signedBytes(this.#body);
  }

  /** In the charset of the answer's type, or UTF-8, unless the script names another. */
  getContentText(charset?: string): string {
    const named = /charset\s*=\s*"?([^\s;"]+)/i.exec(this.#contentType())?.[1];
    return decodeText(this.#body, charset ?? named ?? 'UTF-8');
  }

  /** Of repeated headers, the last. */
  getHeaders(): Record<string, string> {
    return Object.fromEntries([...this.#headers].map(([name, values]) => [name, values.at(-1) ?? '']));
  }

  getResponseCode(): number {
    return this.#status;
  }

  #contentType(): string {
    const type = [...this.#headers].find(([name]) => name.toLowerCase() === 'content-type');
    return type?.[1].at(-1) ?? '';
  }
}
