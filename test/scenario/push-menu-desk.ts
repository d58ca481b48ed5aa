/** Desks on which edits are reviewed and sent with nothing but the menu, and what became of them. */
import type { Desk } from '../../local/desk';
import { connectedDesk, pull } from './desks';
import { data } from './torii-data';

export interface Contract {
  id: number;
  name: string;
  owner?: unknown;
  amount?: unknown;
}

export const REVIEW = ['SaaS Ledger', 'Review edits'] as const;
export const PUSH = ['SaaS Ledger', 'Push edits'] as const;
export const UNDO = ['SaaS Ledger', 'Undo last push'] as const;

export async function withContracts(options: Parameters<typeof connectedDesk>[0] = {}): Promise<Desk> {
  const on = await connectedDesk(options);
  await pull(on, 'contracts');
  return on;
}

export const contracts = (on: Desk): Contract[] => data<Contract>(on, 'contracts');
export const idAt = (on: Desk, index: number): number => contracts(on)[index]?.id ?? 0;
export const remote = (on: Desk, index: number): string | undefined => contracts(on)[index]?.name;

export async function rename(on: Desk, index: number, name: string): Promise<void> {
  await on.tab('Contracts').set(idAt(on, index), 'Contract Name', name);
}

export async function choose(on: Desk, path: readonly string[]): Promise<void> {
  const { ok, error } = await on.menu(...path);
  if (!ok) throw error;
}

/** Requests that change something. */
export const writes = (on: Desk): string[] =>
  on.requests.filter(({ method }) => method !== 'GET').map(({ method, url }) => `${method} ${url}`);

export const lastDialog = (on: Desk): string => on.dialogs.at(-1)?.text ?? '';
export const lastToast = (on: Desk): string => on.toasts.at(-1) ?? '';

export async function tick(on: Desk, row: number, ticked: boolean): Promise<void> {
  await on.tab('Preview').type(`A${row}`, ticked ? 'TRUE' : 'FALSE');
}
