/** Trouble at the provider, on tap. */
import type { JSX } from 'preact';
import { FAULTS, type FaultName, type TenantView } from '../../protocol';
import { perform } from '../server/client';
import type { Attempt } from '../trouble';

export function Faults({ tenant, attempt }: { tenant: TenantView; attempt: Attempt }): JSX.Element {
  const names = (Object.keys(FAULTS) as FaultName[]).filter(
    (name) => name !== (tenant.keyRevoked ? 'revokeKey' : 'restoreKey'),
  );
  return (
    <div class="prose">
      <p>
        Each strikes once, at the next list of apps, contracts or users that the script asks {tenant.title}{' '}
        for.
      </p>
      <p class="buttons left">
        {names.map((fault) => (
          <button
            key={fault}
            type="button"
            class="outlined"
            onClick={() => attempt(perform('fault', { provider: tenant.provider, fault }))}
          >
            {FAULTS[fault]}
          </button>
        ))}
      </p>
      {tenant.keyRevoked && <p class="bad">The key is revoked: every request is refused.</p>}
    </div>
  );
}
