/** Changes at the provider, as if somebody there had made them. */
import type { LocalTenant } from '../local-tenant';
import type { Commands } from '../protocol';

export function changeRemote(tenant: LocalTenant, { action, id, name = '' }: Commands['remote']): void {
  if (action === 'add') tenant.addApp(name || 'New app');
  else if (id === undefined) throw new Error('Choose an app first.');
  else if (action === 'remove') tenant.removeApp(id);
  else tenant.renameApp(id, name);
}
