/** The records of the local Torii as tests read them, and what a tab shows of them. */
import type { Desk } from '../../local/desk';

export interface Use {
  idApp: number;
  idUser: number;
  idAppAccount: number;
  status: string;
  role: string | null;
  lastVisitTime: string | null;
  isUserRemovedFromApp: boolean;
  licenses: { name: string; licenseStatus: string }[];
  annualCost: number | null;
  currency: string;
}

export interface Named {
  id: number;
  name: string;
  email: string;
}

/** The records of one kind, as the server holds them. */
export const data = <T>(on: Desk, name: string): T[] => on.torii.data[name] as T[];

export const nameOf = (on: Desk, idApp: number) =>
  data<Named>(on, 'apps').find(({ id }) => id === idApp)?.name;

/** The rows of a tab by the text of their ID. */
export const byId = (on: Desk, tab: string) =>
  new Map(
    on
      .tab(tab)
      .rows()
      .map((row) => [String(row.ID), row]),
  );

/** The paths that were asked for, since so many requests were sent. */
export const paths = (on: Desk, since = 0) =>
  on.requests.slice(since).map(({ url }) => new URL(url).pathname.replace('/v1.0', ''));

const DECIMALS: Readonly<Record<string, number>> = { JPY: 0, KWD: 3 };

/** An amount in whole units of its currency. */
export const whole = ({ value, currency }: { value: number; currency: string }) =>
  value / 10 ** (DECIMALS[currency] ?? 2);
