/** Choosing the platform, pasting a key, and learning whether it works. */
import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ProviderInfo } from '../../src/app/contract';
import type { ProviderName } from '../../src/providers/definition';
import { failureOf, type Failure } from '../rpc/failure';
import type { Session } from '../state/session';
import { FailureNotice } from './FailureNotice';

interface Props {
  providers: readonly ProviderInfo[];
  session: Session;
  /** Present where there is something to go back to. */
  onCancel?: () => void;
}

export function ConnectForm({ providers, session, onCancel }: Props): JSX.Element | null {
  const [chosen, choose] = useState<ProviderName | undefined>(providers[0]?.provider);
  const [apiKey, setApiKey] = useState('');
  const [visible, setVisible] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    if (onCancel) input.current?.focus();
  }, []);

  const provider = providers.find((one) => one.provider === chosen) ?? providers[0];
  if (!provider) return null;

  const submit = (event: Event): void => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFailure(null);
    session.connect(provider.provider, apiKey.trim()).then(
      () => setApiKey(''),
      (thrown: unknown) => {
        setFailure(failureOf(thrown));
        setBusy(false);
        input.current?.select();
      },
    );
  };

  return (
    <form class="connect" onSubmit={submit}>
      {providers.length > 1 && (
        <fieldset class="choices">
          <legend>Platform</legend>
          {providers.map((one) => (
            <label key={one.provider} class="choice">
              <input
                type="radio"
                name={`${id}-provider`}
                checked={one.provider === provider.provider}
                onChange={() => choose(one.provider)}
              />
              {one.title}
            </label>
          ))}
        </fieldset>
      )}
      <label for={`${id}-key`}>{provider.title} API key</label>
      <div class="key-row">
        <input
          ref={input}
          id={`${id}-key`}
          {...(visible ? { type: 'text' } : { type: 'password' })}
          value={apiKey}
          onInput={(event) => setApiKey(event.currentTarget.value)}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          required
          aria-describedby={`${id}-hint`}
          aria-invalid={failure !== null}
        />
        <button
          type="button"
          class="link"
          aria-pressed={visible}
          aria-label={visible ? 'Hide the key' : 'Show the key'}
          onClick={() => setVisible(!visible)}
        >
          {visible ? 'Hide' : 'Show'}
        </button>
      </div>
      <p class="hint" id={`${id}-hint`}>
        Make a key in {provider.title}: <strong>{provider.keyPlace}</strong>. It is kept for your Google
        account only; others in this file use their own.
      </p>
      {failure && <FailureNotice failure={failure} />}
      <p class="actions">
        <button type="submit" class="button primary" aria-disabled={busy}>
          {busy ? `Asking ${provider.title} …` : 'Test and connect'}
        </button>
        {onCancel && !busy && (
          <button type="button" class="button" onClick={onCancel}>
            Cancel
          </button>
        )}
      </p>
    </form>
  );
}
