/** Uploads in scenarios: sheets that can be sent, and an upload driven to its end as the open sidebar does. */
import type { Desk } from '../../../local/desk';
import { connectedDesk, desk, type Job } from '../desks';
import { csv, pasteTab } from './pasted-tab';

export const CUSTOM = 'torii.customIntegration';

export const MEMBERS = csv(`
  Email,First Name,Last Name,Status,License Type,Last Used Date
  ann@example.com,Ann,Lee,Active,Pro,2026-01-05
  bob@example.com,Bob,Ray,Deactivated,Basic,2026-01-06
  cy@example.com,Cy,Fox,Active,Pro,
`);

export interface Checked {
  seal: string;
  question?: string;
  hindrances: string[];
  problems: { code: string; severity: string }[];
}

export interface Line {
  upload: string;
  outcome: string;
  end: string;
  kept: boolean;
  place: string;
  ids: string;
  records: number;
  route: string;
}

/** Connected to Torii, with a tab “Members”; `account` is an app account that is there. */
export async function membersDesk(rows = MEMBERS): Promise<{ on: Desk; account: string }> {
  const on = await connectedDesk();
  await pasteTab(on, 'Members', rows);
  return { on, account: String((on.torii.data.appAccounts as { id: number }[])[0]?.id) };
}

/** Connected to Zluri, with these tabs and an instance. */
export async function instanceDesk(
  tabs: Readonly<Record<string, readonly (readonly string[])[]>>,
): Promise<{ on: Desk; instance: string }> {
  const on = await desk();
  await on.api('connect', { provider: 'zluri', apiKey: on.zluri.apiKey });
  for (const [name, rows] of Object.entries(tabs)) await pasteTab(on, name, rows);
  const [app] = on.zluri.data.apps as { app_id: string }[];
  on.zluri.edit('instances', INSTANCE, {
    instance_id: INSTANCE,
    app_id: app?.app_id,
    instance_name: 'Figma by sheet',
    notification_emails: ['it@example.com'],
    created_by: 'it@example.com',
    status: 'connected',
  });
  return { on, instance: INSTANCE };
}

const INSTANCE = '66f6e5b7d9a5f6a7b8c90010';

export async function checked(
  on: Desk,
  target: string,
  options: Record<string, unknown>,
  tab = 'Members',
): Promise<Checked> {
  return (await on.api('uploadCheck', { tab, target, options })) as Checked;
}

/** Checked and sent as that showed, to its end. */
export async function sent(
  on: Desk,
  target: string,
  options: Record<string, unknown>,
  tab = 'Members',
): Promise<Job> {
  const { seal } = await checked(on, target, options, tab);
  const { job } = (await on.api('uploadSend', { tab, target, options: { ...options, seal } })) as {
    job: string;
  };
  return (await on.run(job)) as Job;
}

export async function lines(on: Desk): Promise<Line[]> {
  return (await on.api('uploads')) as Line[];
}

/** Hidden tabs of packages. */
export function packages(on: Desk): string[] {
  return on.tabs({ hidden: true }).filter((name) => name.startsWith('SaaS Ledger ⇡ sent '));
}
