/** The panel behind the scenes: what the script did, the clock, and trouble on tap. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { BehindView, ScreenState } from '../../protocol';
import { readBehind } from '../server/client';
import type { Attempt } from '../trouble';
import { ClockPanel } from './ClockPanel';
import { Executions } from './Executions';
import { Faults } from './Faults';
import { Mails } from './Mails';
import { RealPlatform } from './RealPlatform';
import { Requests } from './Requests';
import { ServiceCalls } from './ServiceCalls';
import { Tenant } from './Tenant';
import { TenantChoice } from './TenantChoice';
import { Triggers } from './Triggers';

interface Props {
  state: ScreenState;
  now: number;
  attempt: Attempt;
}

const PANELS = [
  'Requests',
  'Service calls',
  'Executions',
  'Clock',
  'Triggers',
  'Mails',
  'Faults',
  'Provider',
] as const;
type PanelName = (typeof PANELS)[number];

export function Behind({ state, now, attempt }: Props): JSX.Element {
  const [shown, show] = useState<PanelName>('Requests');
  const view = useBehind(state.behind);
  return (
    <section class="behind" aria-label="Behind the scenes">
      <div class="panel-tabs" role="tablist" aria-label="Behind the scenes">
        {PANELS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={name === shown}
            onClick={() => show(name)}
          >
            {name}
            {view && count(name, view)}
          </button>
        ))}
      </div>
      <div class="panel" role="tabpanel" aria-label={shown}>
        {view && <Panel name={shown} view={view} state={state} now={now} attempt={attempt} />}
      </div>
    </section>
  );
}

function count(name: PanelName, view: BehindView): JSX.Element | null {
  const counts: Partial<Record<PanelName, number>> = {
    Requests: view.requestCount,
    'Service calls': view.serviceCalls.reduce((sum, [, calls]) => sum + calls, 0),
    Triggers: view.triggers.length,
    Mails: view.mails.length,
  };
  const number = counts[name];
  return number === undefined ? null : <span class="count">{number.toLocaleString()}</span>;
}

function Panel({
  name,
  view,
  state,
  now,
  attempt,
}: Props & { name: PanelName; view: BehindView }): JSX.Element {
  const { timeZone } = state;
  switch (name) {
    case 'Requests':
      return <Requests requests={view.requests} timeZone={timeZone} />;
    case 'Service calls':
      return <ServiceCalls calls={view.serviceCalls} />;
    case 'Executions':
      return <Executions executions={view.executions} timeZone={timeZone} />;
    case 'Clock':
      return <ClockPanel now={now} timeZone={timeZone} attempt={attempt} />;
    case 'Triggers':
      return <Triggers triggers={view.triggers} timeZone={timeZone} />;
    case 'Mails':
      return <Mails mails={view.mails} />;
    case 'Faults':
      return (
        <TenantChoice tenants={view.tenants} none="Faults can be made only at the local providers.">
          {(tenant) => <Faults tenant={tenant} attempt={attempt} />}
        </TenantChoice>
      );
    case 'Provider':
      return state.real ? (
        <RealPlatform real={state.real} attempt={attempt} />
      ) : (
        <TenantChoice tenants={view.tenants} none="There is no local provider.">
          {(tenant) => <Tenant tenant={tenant} attempt={attempt} />}
        </TenantChoice>
      );
  }
}

/** Read again whenever something happened. */
function useBehind(behind: number): BehindView | null {
  const [view, setView] = useState<BehindView | null>(null);
  useEffect(() => {
    let current = true;
    void readBehind().then((next) => current && setView(next));
    return () => {
      current = false;
    };
  }, [behind]);
  return view;
}
