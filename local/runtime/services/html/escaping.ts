/** Contextual escaping: makes a value harmless for the place in the page where it is printed. */
import { openQuote, placeAtEnd, type Place } from './place';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};
const URL_ATTRIBUTES = new Set(['action', 'cite', 'formaction', 'href', 'poster', 'src']);
/** A relative address, or one of the schemes that cannot run a script. */
const HARMLESS_URL = /^(?:(?:https?|mailto|tel):|[^:]*(?:[/?#]|$))/i;
const HARMLESS_STYLE = /^[\w\s#.,%+-]*$/;

/** The code of a place, as it stands in the code of a template. */
export type PlaceCode =
  | 'text'
  | 'unquoted'
  | 'url'
  | 'handler'
  | 'handlerString'
  | 'script'
  | 'string'
  | 'style'
  | 'tag'
  | 'comment'
  | 'raw';

function codeOf(place: Place): PlaceCode {
  if (place.kind === 'script') return place.quote === '' ? 'script' : 'string';
  if (place.kind !== 'attribute') return place.kind;
  if (place.name.startsWith('on')) return openQuote(place.before) === '' ? 'handler' : 'handlerString';
  if (URL_ATTRIBUTES.has(place.name) && place.before.trim() === '') return 'url';
  return place.quote === '' ? 'unquoted' : 'text';
}

/** The code of the place at the end of a page that is still being written. */
export function placeCode(html: string): PlaceCode {
  return codeOf(placeAtEnd(html));
}

function entities(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}

function scriptString(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(/\\"/g, '\\x22')
    .replace(/[<>&'`/\u2028\u2029]/g, (mark) =>
      mark > '~' ? `\\u${mark.charCodeAt(0).toString(16)}` : `\\x${mark.charCodeAt(0).toString(16)}`,
    );
}

function scriptValue(value: unknown): string {
  return typeof value === 'number' || typeof value === 'boolean'
    ? ` ${value} `
    : `"${scriptString(String(value))}"`;
}

/** A value as it may be printed at a place. */
export function escapeFor(code: PlaceCode, value: unknown): string {
  const text = String(value);
  switch (code) {
    case 'raw':
      return text;
    case 'text':
      return entities(text);
    case 'unquoted':
      return entities(text).replace(/[\s=`]/g, (mark) => `&#${mark.charCodeAt(0)};`);
    case 'url':
      return HARMLESS_URL.test(text.trim()) ? entities(text) : '#';
    case 'handler':
      return entities(scriptValue(value));
    case 'handlerString':
      return entities(scriptString(text));
    case 'script':
      return scriptValue(value);
    case 'string':
      return scriptString(text);
    case 'style':
      return HARMLESS_STYLE.test(text) ? text : '';
    case 'tag':
      return /^[\w-]*$/.test(text) && !/^on/i.test(text) ? text : '';
    case 'comment':
      return '';
  }
}

/** Text as it may be added to the end of a page that is still being written. */
export function escapeAt(html: string, text: unknown): string {
  return escapeFor(placeCode(html), String(text));
}
