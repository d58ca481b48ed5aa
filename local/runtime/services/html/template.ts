/** HtmlTemplate: a page with scriptlets, turned into JavaScript that the bundle runs. https://developers.google.com/apps-script/guides/html/templates */
import { ScriptError, ServiceObject } from '../../service-object';
import { placeCode } from './escaping';

/** `<? ?>` runs, `<?= ?>` prints escaped, `<?!= ?>` prints as is. */
const SCRIPTLET = /<\?(!?=)?([\s\S]*?)\?>/g;

interface Piece {
  /** Source, for the version with comments. */
  readonly source: string;
  readonly code: string;
}

function literal(text: string): Piece[] {
  return text === '' ? [] : [{ source: text, code: `$parts.push("raw", ${JSON.stringify(text)});` }];
}

/**
 * One piece of code per stretch of text and per scriptlet. `$parts` alternates between the code of a place and what
 * is printed there. A printing scriptlet assigns, so that it prints its first statement only, as at Google.
 */
function pieces(template: string): Piece[] {
  const found: Piece[] = [];
  let page = '';
  let end = 0;
  for (const match of template.matchAll(SCRIPTLET)) {
    const [source, kind, code = ''] = match;
    const text = template.slice(end, match.index);
    found.push(...literal(text));
    page += text;
    end = match.index + source.length;
    if (kind === undefined) {
      found.push({ source, code: `${code}\n` });
      continue;
    }
    const place = kind === '=' ? placeCode(page) : 'raw';
    found.push({ source, code: `$parts.push("${place}"); $parts[$parts.length] = ${code.trim()}\n;` });
    page += 'x';
  }
  const rest = template.slice(end);
  if (rest.includes('<?')) throw new ScriptError('Malformed template: a scriptlet is not closed by ?>.');
  found.push(...literal(rest));
  return found;
}

const HEAD = '(function() { var output = HtmlService.initTemplate(), $parts = [];';
/** Numbers and booleans keep their type: in a script they are printed without quotes. */
const TAIL =
  'return output.print($parts.map(function (part) { return typeof part === "number" || typeof part === "boolean" ? part : String(part); }));\n})()';

export class HtmlTemplate extends ServiceObject {
  readonly className = 'HtmlTemplate';
  readonly #content: string;

  constructor(content: string) {
    super();
    this.#content = content;
  }

  /**
   * A JavaScript expression that gives the finished HtmlOutput. Evaluating it is for the bundle: in its global scope,
   * with the properties set on the template as variables.
   */
  getCode(): string {
    return [HEAD, ...pieces(this.#content).map(({ code }) => code), TAIL].join('\n');
  }

  getCodeWithComments(): string {
    const commented = pieces(this.#content).flatMap(({ source, code }) => [
      ...source.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => `// ${line}`),
      code,
    ]);
    return [HEAD, ...commented, TAIL].join('\n');
  }

  getRawContent(): string {
    return this.#content;
  }
}
