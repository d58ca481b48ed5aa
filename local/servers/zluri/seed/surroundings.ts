/** What values of a seeded tenant may point to. */
import type { RandomSource } from '../../seed/random';

export interface Surroundings {
  readonly random: RandomSource;
  /** The id of anybody on the staff. */
  readonly userId: () => string;
  /** A past day, as ISO time of its midnight. */
  readonly day: () => string;
}

/** The date of an ISO time. */
export const dateOf = (time: string): string => time.slice(0, 10);

/** A source as records name it: the integration that it came from. */
export function source(keyword: string, row: number) {
  return {
    keyword,
    org_integration_id: `66f6e5b7d9a5f6a7b8c9${String(row).padStart(4, '0')}`,
    integration_id: `66f6e5b7d9a5f6a7b8d0${String(row).padStart(4, '0')}`,
  };
}

export const SOURCES = ['okta', 'google-workspace', 'slack', 'microsoft', 'manual'].map(source);
