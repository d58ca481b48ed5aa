/** The other side: a local tenant's key and records. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { TenantView } from '../../protocol';
import { perform } from '../server/client';
import type { Attempt } from '../trouble';

interface Props {
  tenant: TenantView;
  attempt: Attempt;
}

export function Tenant({ tenant, attempt }: Props): JSX.Element {
  return (
    <div class="columns">
      <LocalKey tenant={tenant} />
      <Records tenant={tenant} attempt={attempt} />
    </div>
  );
}

function LocalKey({ tenant }: { tenant: TenantView }): JSX.Element {
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    void navigator.clipboard.writeText(tenant.apiKey).then(() => setCopied(true));
  };
  return (
    <div class="prose">
      <h3>Key of the local {tenant.title}</h3>
      <p>Paste it in the sidebar. It opens nothing but the tenant on this computer.</p>
      <p class="key">
        <code>{tenant.apiKey}</code>
        <button type="button" class="outlined" onClick={copy}>
          {copied ? 'Copied' : 'Copy'}
        </button>
      </p>
      <p>
        {Object.entries(tenant.counts)
          .map(([name, count]) => `${count.toLocaleString()} ${name}`)
          .join(', ')}
      </p>
      {tenant.places.list.length > 0 && (
        <p>
          {tenant.places.title}: {tenant.places.list.map(({ id, name }) => `${id} (${name})`).join(', ')}
        </p>
      )}
    </div>
  );
}

function Records({ tenant, attempt }: Props): JSX.Element {
  const [id, setId] = useState('');
  const [name, setName] = useState('');
  const record = tenant.records.find((one) => String(one.id) === id);
  const change = (action: 'rename' | 'remove' | 'add'): void => {
    const subject = action === 'add' || !record ? {} : { id: record.id };
    attempt(
      perform('remote', { provider: tenant.provider, action, ...subject, ...(name === '' ? {} : { name }) }),
    );
    setName('');
  };
  return (
    <div class="prose">
      <h3>Change something at {tenant.title}</h3>
      <p>Then refresh the tab and see what came of it.</p>
      <label>
        App
        <select value={id} onChange={(event) => setId(event.currentTarget.value)}>
          <option value="">Choose one …</option>
          {tenant.records.map((one) => (
            <option key={one.id} value={String(one.id)}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        Name
        <input
          type="text"
          value={name}
          placeholder={record?.name ?? 'Name of a new app'}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <p class="buttons left">
        <button
          type="button"
          class="outlined"
          disabled={!record || name === ''}
          onClick={() => change('rename')}
        >
          Rename
        </button>
        <button type="button" class="outlined" disabled={!record} onClick={() => change('remove')}>
          Remove
        </button>
        <button type="button" class="outlined" disabled={name === ''} onClick={() => change('add')}>
          Add as new
        </button>
      </p>
    </div>
  );
}
