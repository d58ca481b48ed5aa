/** Changes at the provider, as if somebody there had made them. */
import type { FakeServer } from '../../servers/fake-server';
import type { Commands } from '../protocol';

export function changeRemote(server: FakeServer, { action, id, name }: Commands['remote']): void {
  const { apps } = server.data;
  if (action === 'add') {
    const newId = Math.max(0, ...apps.map((app: { id: number }) => app.id)) + 1;
    server.edit('apps', newId, { name: name || 'New app', state: 'Discovered' });
  } else if (id === undefined) {
    throw new Error('Choose an app first.');
  } else if (action === 'remove') {
    server.edit('apps', id, null);
  } else {
    server.edit('apps', id, { name: name ?? '' });
  }
}
