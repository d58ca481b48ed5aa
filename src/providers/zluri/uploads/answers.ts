/** Takes values out of the SDK's answers, whose names are guesses in part: see settings.ts for the candidates. */
import { isRecord, valueAt } from '../../../core/http/list';
import type { RemoteRecord } from '../../../core/table/field';
import {
  PAGE_NUMBER,
  ENTITY,
  BAD_PAGE,
  PAGE_STATUS,
  SDK_ENVELOPE,
  SDK_PAGE_SIZE,
  SDK_TOTALS,
  STARTED_AT,
  STATUS,
  SYNC_ID,
  SYNC_PHASES,
  type SyncPhase,
} from './settings';

/** The first text or number at one of these places (“data.sync_id”), as text; '' where there is none. */
export function textAt(body: unknown, places: readonly string[]): string {
  for (const place of places) {
    const value = valueAt(body, place);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return String(value);
  }
  return '';
}

/** The first whole number from 0 at one of these places; null where there is none. */
export function countAt(body: unknown, places: readonly string[]): number | null {
  const text = textAt(body, places);
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** The records of a list, or of a list one level down. */
export function recordsIn(body: unknown): readonly RemoteRecord[] {
  return listIn(body)?.filter(isRecord) ?? [];
}

/** Null where there is none: it says nothing then of what is not in it. */
export function listIn(body: unknown): readonly unknown[] | null {
  if (Array.isArray(body)) return body;
  const held = SDK_ENVELOPE.map((name) => valueAt(body, name)).find((value) => value !== undefined);
  return Array.isArray(held) || isRecord(held) ? listIn(held) : null;
}

/** Whether a list goes on after `read` records, of which `here` are in this answer. */
export function goesOn(body: unknown, here: number, read: number): boolean {
  const total = countAt(body, SDK_TOTALS);
  return here > 0 && (total === null ? here >= SDK_PAGE_SIZE : read < total);
}

export interface SyncEntry {
  readonly id: string;
  readonly phase: SyncPhase;
  /** As Zluri writes it; '' where it does not say. */
  readonly since: string;
}

export function syncsIn(body: unknown): readonly SyncEntry[] {
  return recordsIn(body).map(syncOf);
}

/** The sync that an answer is about. */
export function syncOf(body: unknown): SyncEntry {
  return {
    id: textAt(body, SYNC_ID),
    phase: SYNC_PHASES[textAt(body, STATUS).toLowerCase().replace(/[ -]/g, '_')] ?? 'unknown',
    since: textAt(body, STARTED_AT),
  };
}

export interface SentPage {
  readonly entity: string;
  readonly page: number;
  readonly bad: boolean;
  readonly record: RemoteRecord;
}

/** The pages that the details of a sync tell of. */
export function pagesIn(body: unknown): readonly SentPage[] {
  return recordsIn(body).map((record) => ({
    entity: textAt(record, ENTITY),
    page: countAt(record, PAGE_NUMBER) ?? 0,
    bad: BAD_PAGE.includes(textAt(record, PAGE_STATUS).toLowerCase()),
    record,
  }));
}
