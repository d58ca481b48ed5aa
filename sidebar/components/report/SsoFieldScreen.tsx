/** The screen on which a person says where the findings about single sign-on go: reads which fields there are. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FieldInfo } from '../../../src/app/contract';
import type { ProviderName } from '../../../src/providers/definition';
import { failureOf, type Failure } from '../../rpc/failure';
import type { Session } from '../../state/session';
import { ssoFields } from '../../state/sso-field';
import { FailureNotice } from '../FailureNotice';
import { ScreenHead } from '../ScreenHead';
import { SsoFieldForm } from './SsoFieldForm';

interface Props {
  provider: ProviderName;
  /** Title of the platform: “Torii”. */
  platform: string;
  /** The report's tab. */
  tab: string;
  /** Whether the platform lets fields be made. */
  makes: boolean;
  session: Session;
}

export function SsoFieldScreen({ provider, platform, tab, makes, session }: Props): JSX.Element {
  const [fields, setFields] = useState<readonly FieldInfo[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [attempt, setAttempt] = useState(1);
  useEffect(() => {
    let wanted = true;
    setFields(null);
    setFailure(null);
    session.fields({ provider, resource: 'apps', tab: 'first' }).then(
      (list) => wanted && setFields(list),
      (thrown: unknown) => wanted && setFailure(failureOf(thrown)),
    );
    return () => {
      wanted = false;
    };
  }, [provider, attempt]);
  const again = (): void => setAttempt(attempt + 1);
  return (
    <>
      <ScreenHead title={`Write SSO findings into ${platform}`} onBack={() => session.close()} />
      <p>
        What the tab “{tab}” found out goes into a field of your apps in {platform}, where everybody sees it.
        A preview shows each change before it is sent.
      </p>
      {failure && <FailureNotice failure={failure} onRetry={again} onRekey={() => session.rekey(provider)} />}
      {!fields && !failure && (
        <>
          <p class="hint" role="status">
            Reading which fields there are …
          </p>
          <progress aria-label="Reading the fields" />
        </>
      )}
      {fields && (
        <SsoFieldForm
          found={ssoFields(fields, makes)}
          platform={platform}
          onAgain={again}
          onPreview={(field, label) =>
            session.open({ name: 'preview', subject: { kind: 'ssoField', tab, provider, field, label } })
          }
        />
      )}
    </>
  );
}
