/** Renewals as a calendar file: an all-day event for each day to act by. https://www.rfc-editor.org/rfc/rfc5545 */
import { daysAfter } from './contract-dates';
import type { TabRow } from './report';

const LINE_BYTES = 75;

/** `rows` of the Renewals tab by field; those without a day are left out. `now` is an ISO time. */
export function renewalsCalendar(rows: readonly TabRow[], now: string): string {
  const events = rows.flatMap((row) => {
    const { id = '', name = '', app = '', notice = '', end = '', owner = '' } = row;
    const day = notice || end;
    if (id === '' || !DAY.test(day)) return [];
    const what = notice === '' ? 'ends' : 'last day to give notice';
    const about = [`App: ${app}`, `Owner: ${owner}`, `End date: ${end}`].filter(
      (line) => !line.endsWith(': '),
    );
    return [
      'BEGIN:VEVENT',
      `UID:${escaped(id)}@saas-ledger`,
      `DTSTAMP:${now.replace(/[-:]|\.\d+/g, '')}`,
      `DTSTART;VALUE=DATE:${compact(day)}`,
      `DTEND;VALUE=DATE:${compact(daysAfter(day, 1))}`,
      `SUMMARY:${escaped(`${name}: ${what}`)}`,
      `DESCRIPTION:${escaped(about.join('\n'))}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ];
  });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//SaaS Ledger//Renewals//EN',
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const DAY = /^\d{4}-\d\d-\d\d$/;

function compact(day: string): string {
  return day.replace(/-/g, '');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/** Lines of at most 75 bytes; what follows begins with a blank. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const character of line) {
    const size = bytesOf(character);
    if (bytes + size > LINE_BYTES) {
      parts.push(part);
      part = '';
      // The blank counts too.
      bytes = 1;
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join('\r\n ');
}

/** In UTF-8. */
function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
