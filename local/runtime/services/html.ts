/** HtmlService: pages and templates from text and from the project's HTML files. https://developers.google.com/apps-script/reference/html/html-service */
import type { Host } from '../host';
import { enumeration, ScriptError, ServiceObject } from '../service-object';
import { blobOf } from './blob';
import { escapeFor, type PlaceCode } from './html/escaping';
import { HtmlOutput } from './html/output';
import { HtmlTemplate } from './html/template';
import { mismatch } from './signature';

/** What the code of a template prints to: part of Google's generated code, not of its reference. */
class TemplateOutput extends ServiceObject {
  readonly className = 'TemplateOutput';

  /** `parts` alternates between the code of a place and the value printed there. */
  print(parts: readonly unknown[]): HtmlOutput {
    let page = '';
    for (let at = 0; at + 1 < parts.length; at += 2) page += escapeFor(parts[at] as PlaceCode, parts[at + 1]);
    return new HtmlOutput(page);
  }
}

class HtmlService extends ServiceObject {
  readonly className = 'HtmlService';
  override readonly constants = {
    SandboxMode: enumeration('SandboxMode', 'EMULATED', 'IFRAME', 'NATIVE'),
    XFrameOptionsMode: enumeration('XFrameOptionsMode', 'ALLOWALL', 'DEFAULT'),
  };
  readonly #host: Host;

  constructor(host: Host) {
    super();
    this.#host = host;
  }

  createHtmlOutput(html?: unknown): HtmlOutput {
    return new HtmlOutput(html === undefined ? '' : textOf(html, 'HtmlService.createHtmlOutput'));
  }

  createHtmlOutputFromFile(filename: string): HtmlOutput {
    return new HtmlOutput(this.#file(filename));
  }

  createTemplate(html: unknown): HtmlTemplate {
    return new HtmlTemplate(textOf(html, 'HtmlService.createTemplate'));
  }

  createTemplateFromFile(filename: string): HtmlTemplate {
    return new HtmlTemplate(this.#file(filename));
  }

  /** Only requests to a web app have one. */
  getUserAgent(): string | null {
    return null;
  }

  /** Called by the code of templates. */
  initTemplate(): TemplateOutput {
    return new TemplateOutput();
  }

  #file(filename: string): string {
    const text = this.#host.file.htmlFiles.get(String(filename).replace(/\.html$/, ''));
    if (text === undefined) throw new ScriptError(`No HTML file named ${filename} was found.`);
    return text;
  }
}

function textOf(html: unknown, method: string): string {
  if (typeof html === 'string') return html;
  const blob = blobOf(html);
  if (blob === undefined) throw mismatch(method, [html]);
  return blob.getDataAsString();
}

/** The service for one execution. */
export function createHtmlService(host: Host): ServiceObject {
  return new HtmlService(host);
}
