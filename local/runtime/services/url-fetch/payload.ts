/** What a request carries: text, bytes, a blob, or a form. https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app */
import { ScriptError, ServiceObject } from '../../service-object';
import { Blob, blobOf, isBytes, rawBytes } from '../blob';

export interface Body {
  readonly bytes: Buffer;
  /** What the request's type is where the script names none. */
  readonly contentType: string;
  /** The form's boundary is part of the type, so the script's own does not count. */
  readonly multipart?: boolean;
}

const FORM = 'application/x-www-form-urlencoded';

/** Spaces become `+`, as in a browser's form. */
const formText = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1);

const quoted = (name: string): string => name.replace(/["\r\n]/g, (mark) => encodeURIComponent(mark));

function multipart(form: readonly (readonly [string, unknown])[], boundary: string): Body {
  const chunks = form.flatMap(([name, value]) => {
    const blob = blobOf(value);
    const head = [`--${boundary}`, `Content-Disposition: form-data; name="${quoted(name)}"`];
    if (blob === undefined) return [Buffer.from(`${head.join('\r\n')}\r\n\r\n${String(value)}\r\n`)];
    head[1] += `; filename="${quoted(blob.getName() ?? name)}"`;
    head.push(`Content-Type: ${blob.getContentType() ?? 'application/octet-stream'}`);
    return [Buffer.from(`${head.join('\r\n')}\r\n\r\n`), Blob.bytesOf(blob), Buffer.from('\r\n')];
  });
  const bytes = Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]);
  return { bytes, contentType: `multipart/form-data; boundary=${boundary}`, multipart: true };
}

/**
 * Text, bytes and blobs go as they are; of an object every entry becomes a field of a form, which is multipart
 * where one of them is a blob.
 * @param boundary what separates the parts of a multipart form
 */
export function bodyOf(payload: unknown, boundary: string): Body {
  if (typeof payload === 'string') return { bytes: Buffer.from(payload, 'utf8'), contentType: FORM };
  if (isBytes(payload)) return { bytes: rawBytes(payload), contentType: FORM };
  const blob = blobOf(payload);
  if (blob !== undefined) {
    return { bytes: Blob.bytesOf(blob), contentType: blob.getContentType() ?? FORM };
  }
  if (typeof payload !== 'object' || payload === null || payload instanceof ServiceObject) {
    throw new ScriptError('Attribute provided with invalid value: payload');
  }
  const fields = Object.entries(payload);
  if (fields.some(([, value]) => blobOf(value) !== undefined)) return multipart(fields, boundary);
  const text = fields.map(([name, value]) => `${formText(name)}=${formText(String(value))}`).join('&');
  return { bytes: Buffer.from(text), contentType: FORM };
}
