/** Finds an app of the platform by the beginning of its name; or names a new one, where one can be made. */
import type { JSX } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { UploadApi } from '../../../src/app/upload/contract';
import { failureOf, type Failure } from '../../rpc/failure';
import type { Session } from '../../state/session';
import { FailureNotice } from '../FailureNotice';

export interface AppPick {
  readonly title: string;
  /** Absent: a new one. */
  readonly app?: string;
}

interface Props {
  target: string;
  label: string;
  /** What the app is probably called. */
  title: string;
  makesApps: boolean;
  focused: boolean;
  platform: string;
  chosen: AppPick | null;
  session: Session;
  onChoose: (pick: AppPick | null) => void;
  onRekey: () => void;
  onLeave: () => void;
}

type App = UploadApi['uploadApps']['value'][number];

/** Who types wants to know about the whole word. */
const SETTLED_AFTER = 400;

export function AppChoice(props: Props): JSX.Element {
  const { target, label, title, makesApps, focused, platform, chosen, session } = props;
  const { onChoose, onRekey, onLeave } = props;
  const [name, setName] = useState(title);
  const { apps, failure } = useApps(session, target, name);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const typed = name.trim();
  useLayoutEffect(() => {
    if (focused) input.current?.focus();
  }, []);
  // The app of that very name is the one; where no name is like it, it is a new one.
  useEffect(() => {
    if (!apps || chosen || typed === '') return;
    const [same, another] = apps.filter((one) => one.title.toLowerCase() === typed.toLowerCase());
    if (same && !another) onChoose(same);
    else if (apps.length === 0 && makesApps) onChoose({ title: typed });
  }, [apps]);
  return (
    <>
      <label for={id}>{label}</label>
      <input
        ref={input}
        id={id}
        type="search"
        class="box"
        value={name}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          setName(event.currentTarget.value);
          onChoose(null);
        }}
        onKeyDown={(event) => {
          // It may stand in a form that is about something else.
          if (event.key === 'Enter') event.preventDefault();
          if (event.key === 'Escape') onLeave();
        }}
      />
      {failure && <FailureNotice failure={failure} onRekey={onRekey} />}
      {!apps && !failure && (
        <p class="hint" role="status">
          Looking for apps of that name …
        </p>
      )}
      {apps && (
        <fieldset class="choices">
          <legend class="unseen">Apps</legend>
          {apps.map((one) => (
            <label key={one.app} class="choice">
              <input
                type="radio"
                name={id}
                checked={chosen?.app === one.app}
                onChange={() => onChoose(one)}
              />
              {one.title}
            </label>
          ))}
          {makesApps && typed !== '' && (
            <label class="choice">
              <input
                type="radio"
                name={id}
                checked={chosen !== null && chosen.app === undefined}
                onChange={() => onChoose({ title: typed })}
              />
              A new app “{typed}”
            </label>
          )}
        </fieldset>
      )}
      {apps?.length === 0 && !makesApps && (
        <p class="hint">
          No app of {platform} is called that. Add it in {platform} first.
        </p>
      )}
    </>
  );
}

/** The apps whose name begins so, asked for anew when the name has settled. */
function useApps(
  session: Session,
  target: string,
  name: string,
): { readonly apps: readonly App[] | null; readonly failure: Failure | null } {
  const [found, setFound] = useState<{ apps: readonly App[] | null; failure: Failure | null }>({
    apps: null,
    failure: null,
  });
  useEffect(() => {
    let wanted = true;
    const text = name.trim();
    setFound({ apps: text === '' ? [] : null, failure: null });
    if (text === '') return undefined;
    const timer = setTimeout(() => {
      session.uploads.apps(target, text).then(
        (apps) => wanted && setFound({ apps, failure: null }),
        (thrown: unknown) => wanted && setFound({ apps: null, failure: failureOf(thrown) }),
      );
    }, SETTLED_AFTER);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [target, name]);
  return found;
}
