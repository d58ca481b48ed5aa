/** Which of the local providers is meant, and what can be done there. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { TenantView } from '../../protocol';

interface Props {
  tenants: readonly TenantView[];
  /** Said where there are none. */
  none: string;
  children: (tenant: TenantView) => JSX.Element;
}

export function TenantChoice({ tenants, none, children }: Props): JSX.Element {
  const [chosen, choose] = useState<string | null>(null);
  const tenant = tenants.find(({ provider }) => provider === chosen) ?? tenants[0];
  if (!tenant) return <p class="empty">{none}</p>;
  return (
    <>
      <div class="tenants" role="radiogroup" aria-label="Provider">
        {tenants.map(({ provider, title }) => (
          <label key={provider}>
            <input
              type="radio"
              name="tenant"
              checked={provider === tenant.provider}
              onChange={() => choose(provider)}
            />
            {title}
          </label>
        ))}
      </div>
      {/* What was typed or copied for one tenant does not stay for the other. */}
      <div key={tenant.provider}>{children(tenant)}</div>
    </>
  );
}
