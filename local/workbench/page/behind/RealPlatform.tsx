/** The real platform at the other side. */
import type { JSX } from 'preact';
import type { RealProvider } from '../../protocol';
import { perform } from '../server/client';
import type { Attempt } from '../trouble';

export function RealPlatform({ real, attempt }: { real: RealProvider; attempt: Attempt }): JSX.Element {
  return (
    <div class="prose">
      <h3>The real {real.title}</h3>
      <p>
        Requests go to {real.title} itself. The key stays in the workbench’s process; this page never sees it.
      </p>
      {real.keyFound ? (
        <p>
          <button type="button" class="filled" onClick={() => attempt(perform('connectReal', {}))}>
            Connect with the key in {real.variable}
          </button>
        </p>
      ) : (
        <p class="bad">
          There is no key in {real.variable}. Set it and start again, or paste a key in the sidebar.
        </p>
      )}
    </div>
  );
}
