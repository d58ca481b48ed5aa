/** Reads forms in several parts, strictly. https://www.rfc-editor.org/rfc/rfc7578 */
import type { Exchange } from './exchange';
import { Refusal } from './exchange';

export interface FormPart {
  readonly name: string;
  /** Absent for fields that are no files. */
  readonly fileName?: string;
  readonly contentType?: string;
  readonly bytes: Buffer;
}

const LINE = '\r\n';
const END_OF_HEAD = Buffer.from(LINE + LINE);

/** The parts in their order. @throws Refusal (415, 400) where the body is no such form */
export function formParts({ headers, bytes }: Exchange): FormPart[] {
  const boundary = boundaryOf(headers['content-type'] ?? '');
  const mark = Buffer.from(`--${boundary}`);
  const parts: FormPart[] = [];
  let at = bytes.indexOf(mark);
  for (;;) {
    if (at < 0) throw broken('its last boundary is missing');
    const start = at + mark.length;
    const after = bytes.toString('latin1', start, start + 2);
    if (after === '--') return parts;
    if (after !== LINE) throw broken('a boundary is not followed by a line break');
    const head = bytes.indexOf(END_OF_HEAD, start);
    const next = bytes.indexOf(Buffer.concat([Buffer.from(LINE), mark]), start);
    if (head < 0 || next < head) throw broken('a part has no end');
    parts.push(
      partOf(bytes.toString('utf8', start + 2, head), bytes.subarray(head + END_OF_HEAD.length, next)),
    );
    at = next + LINE.length;
  }
}

function boundaryOf(contentType: string): string {
  const [, quoted, plain] = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(
    contentType,
  ) ?? [null, undefined, undefined];
  const boundary = quoted ?? plain;
  if (boundary === undefined)
    throw new Refusal(415, 'The request must be multipart/form-data with a boundary');
  return boundary;
}

function partOf(head: string, bytes: Buffer): FormPart {
  const headers = new Map(
    head.split(LINE).map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const disposition = headers.get('content-disposition') ?? '';
  const parameter = (key: string) => new RegExp(`;\\s*${key}="([^"]*)"`, 'i').exec(disposition)?.[1];
  const [name, fileName, contentType] = [
    parameter('name'),
    parameter('filename'),
    headers.get('content-type'),
  ];
  if (!/^form-data\b/i.test(disposition) || name === undefined) throw broken('a part has no name');
  return {
    name,
    bytes,
    ...(fileName === undefined ? {} : { fileName }),
    ...(contentType === undefined ? {} : { contentType }),
  };
}

const broken = (reason: string) => new Refusal(400, `The form cannot be read: ${reason}`);
