/** HtmlOutput: a page to be shown. https://developers.google.com/apps-script/reference/html/html-output */
import { EnumValue, ScriptError, ServiceObject } from '../../service-object';
import { Blob } from '../blob';
import { mismatch } from '../signature';
import { escapeAt } from './escaping';
import { HtmlTemplate } from './template';

/** The only meta tags that a page may be given. https://developers.google.com/apps-script/reference/html/html-output#addMetaTag(String,String) */
const META_TAGS = [
  'apple-mobile-web-app-capable',
  'google-site-verification',
  'mobile-web-app-capable',
  'viewport',
];

class HtmlOutputMetaTag extends ServiceObject {
  readonly className = 'HtmlOutputMetaTag';
  readonly #name: string;
  readonly #content: string;

  constructor(name: string, content: string) {
    super();
    this.#name = name;
    this.#content = content;
  }

  getContent(): string {
    return this.#content;
  }

  getName(): string {
    return this.#name;
  }
}

export class HtmlOutput extends ServiceObject {
  readonly className = 'HtmlOutput';
  #content: string;
  #title: string | null = null;
  #favicon: string | null = null;
  #width: number | null = null;
  #height: number | null = null;
  readonly #metaTags: HtmlOutputMetaTag[] = [];

  constructor(content = '') {
    super();
    this.#content = content;
  }

  addMetaTag(name: string, content: string): this {
    if (!META_TAGS.includes(name)) {
      throw new ScriptError('The meta tag you specified is not allowed in this context.');
    }
    this.#metaTags.push(new HtmlOutputMetaTag(name, String(content)));
    return this;
  }

  append(addedContent: string): this {
    this.#content += String(addedContent);
    return this;
  }

  /** Escapes as the place in the page demands: text, attribute or script. */
  appendUntrusted(addedContent: string): this {
    this.#content += escapeAt(this.#content, addedContent);
    return this;
  }

  asTemplate(): HtmlTemplate {
    return new HtmlTemplate(this.#content);
  }

  clear(): this {
    this.#content = '';
    return this;
  }

  getAs(contentType: string): Blob {
    return this.getBlob().getAs(contentType);
  }

  getBlob(): Blob {
    return new Blob(Buffer.from(this.#content, 'utf8'), 'text/html', this.#title);
  }

  getContent(): string {
    return this.#content;
  }

  getFaviconUrl(): string | null {
    return this.#favicon;
  }

  getHeight(): number | null {
    return this.#height;
  }

  getMetaTags(): HtmlOutputMetaTag[] {
    return [...this.#metaTags];
  }

  getTitle(): string | null {
    return this.#title;
  }

  getWidth(): number | null {
    return this.#width;
  }

  setContent(content: string): this {
    this.#content = String(content);
    return this;
  }

  setFaviconUrl(iconUrl: string): this {
    this.#favicon = String(iconUrl);
    return this;
  }

  /** Pixels; has no effect on a sidebar. */
  setHeight(height: number): this {
    if (typeof height !== 'number') throw mismatch('HtmlOutput.setHeight', [height]);
    this.#height = height;
    return this;
  }

  /** Does nothing any more: every page is shown in a sandboxed frame. */
  setSandboxMode(mode: EnumValue): this {
    if (!(mode instanceof EnumValue)) throw mismatch('HtmlOutput.setSandboxMode', [mode]);
    return this;
  }

  setTitle(title: string): this {
    this.#title = String(title);
    return this;
  }

  /** Pixels; has no effect on a sidebar. */
  setWidth(width: number): this {
    if (typeof width !== 'number') throw mismatch('HtmlOutput.setWidth', [width]);
    this.#width = width;
    return this;
  }

  /** Concerns web apps only. */
  setXFrameOptionsMode(mode: EnumValue): this {
    if (!(mode instanceof EnumValue)) throw mismatch('HtmlOutput.setXFrameOptionsMode', [mode]);
    return this;
  }
}
