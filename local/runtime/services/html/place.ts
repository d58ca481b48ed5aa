/** Where in an HTML page the next character would stand: what a printed value must be escaped for. */

/** `quote` is '' outside of quotes; `before` is what the attribute's value holds so far. */
export type Place =
  | { readonly kind: 'text' | 'tag' | 'comment' | 'style' }
  | { readonly kind: 'attribute'; readonly name: string; readonly quote: string; readonly before: string }
  | { readonly kind: 'script'; readonly quote: string };

const NAME = /[^\s"'<>/=]+/y;

/** Index after the first occurrence of `end`, or the page's length: the place lies before it then. */
function after(html: string, end: string, from: number): number | undefined {
  const at = html.toLowerCase().indexOf(end, from);
  return at < 0 ? undefined : at + end.length;
}

const OUTSIDE_QUOTES = /\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*|["'`]/g;
const INSIDE_QUOTES = /\\[\s\S]|["'`\n]/g;

/**
 * The quotation mark that is still open at the end of a piece of JavaScript, or ''. A quotation mark in a regular
 * expression is taken for the start of a string.
 */
export function openQuote(script: string): string {
  let quote = '';
  let at = 0;
  for (;;) {
    const pattern = quote === '' ? OUTSIDE_QUOTES : INSIDE_QUOTES;
    pattern.lastIndex = at;
    const token = pattern.exec(script)?.[0];
    if (token === undefined) return quote;
    at = pattern.lastIndex;
    if (quote === '') quote = token.length === 1 ? token : '';
    else if (token === quote || (token === '\n' && quote !== '`')) quote = '';
  }
}

/** The place at the end of a page that is still being written. */
export function placeAtEnd(html: string): Place {
  let at = 0;
  for (;;) {
    const open = html.indexOf('<', at);
    if (open < 0) return { kind: 'text' };
    if (html.startsWith('<!--', open)) {
      const next = after(html, '-->', open + 4);
      if (next === undefined) return { kind: 'comment' };
      at = next;
      continue;
    }
    const element = /^<\/?([a-z][^\s>/]*)/i.exec(html.slice(open, open + 80));
    if (element === null) {
      at = open + 1;
      continue;
    }
    const tag = insideTag(html, open + element[0].length);
    if (typeof tag !== 'number') return tag;
    at = tag;
    const name = element[1]?.toLowerCase();
    if ((name !== 'script' && name !== 'style') || element[0].startsWith('</')) continue;
    const end = after(html, `</${name}`, at);
    if (end === undefined) {
      return name === 'style' ? { kind: 'style' } : { kind: 'script', quote: openQuote(html.slice(at)) };
    }
    at = end - `</${name}`.length;
  }
}

/** Index after the tag's `>`, or the place where the page ends within the tag. */
function insideTag(html: string, from: number): number | Place {
  let at = from;
  while (at < html.length) {
    const mark = html[at];
    if (mark === '>') return at + 1;
    NAME.lastIndex = at;
    const name = NAME.exec(html)?.[0];
    if (name === undefined) {
      at += 1;
      continue;
    }
    at += name.length;
    const equals = /^\s*=\s*/.exec(html.slice(at, at + 80));
    if (equals === null) continue;
    at += equals[0].length;
    const first = html[at];
    const quote = first === '"' || first === "'" ? first : '';
    const start = at + quote.length;
    const end =
      quote === ''
        ? start + (/^[^\s>]*/.exec(html.slice(start))?.[0].length ?? 0)
        : html.indexOf(quote, start);
    if (end < 0 || end >= html.length) {
      return { kind: 'attribute', name: name.toLowerCase(), quote, before: html.slice(start) };
    }
    at = end + quote.length;
  }
  return { kind: 'tag' };
}
