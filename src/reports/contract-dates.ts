/** When a contract ends, and until when it can be cancelled. */
import type { ContractFact } from '../core/facts/fact';

/** Zluri writes this year for contracts without an end. https://help.zluri.com/docs/contracts */
const NEVER = '2100';

/** Days as “2026-11-22”; '' where not known. */
export interface ContractDates {
  readonly end: string;
  readonly endsNever: boolean;
  /** The last day to give notice: as the platform says it, else the end minus the notice period. */
  readonly notice: string;
}

export function contractDates({ end, noticeDays, cancelBy }: ContractFact): ContractDates {
  const endsNever = end.startsWith(NEVER);
  if (end === '' || endsNever) return { end: '', endsNever, notice: cancelBy };
  return { end, endsNever, notice: cancelBy || (isPeriod(noticeDays) ? daysAfter(end, -noticeDays) : '') };
}

/** Longer ones are slips of the keyboard, and a negative one would end after the contract. */
const LONGEST_NOTICE = 3660;

function isPeriod(days: number | null): days is number {
  return days !== null && days >= 0 && days <= LONGEST_NOTICE;
}

const DAY = 86_400_000;

export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Whole days from one day to a later one; negative for an earlier one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** The contract to act on next, by app: of those that run, the one whose end comes first. */
export function nextContracts(
  contracts: readonly ContractFact[],
  today: string,
): ReadonlyMap<string, ContractFact> {
  const next = new Map<string, ContractFact>();
  for (const contract of contracts) {
    const { end } = contractDates(contract);
    if (contract.isOver === true || end < today) continue;
    const before = next.get(contract.app);
    if (!before || end < contractDates(before).end) next.set(contract.app, contract);
  }
  return next;
}
