/** The file's name, what is running, what the desk is connected to, and its clock. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ScreenState } from '../../protocol';
import type { Views } from '../App';
import { formatClock } from '../figures';

/** How long a chip says that its key was copied, in milliseconds. */
const COPIED_FOR = 6_000;

interface Props {
  state: ScreenState;
  now: number;
  online: boolean;
  views: Views;
  setViews: (views: Views) => void;
}

export function TitleBar({ state, now, online, views, setViews }: Props): JSX.Element {
  return (
    <header class="title-bar">
      <svg class="logo" viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">
        <rect x="3" y="2" width="18" height="20" rx="2" fill="#188038" />
        <path d="M7 8h10v9H7zM7 11h10M7 14h10M11 8v9" fill="none" stroke="#fff" stroke-width="1.4" />
      </svg>
      <h1>{state.title}</h1>
      <span class="running" role="status">
        {!online && 'The workbench has stopped. Start it again with “npm start”.'}
        {online && state.running.length > 0 && `Running ${state.running.join(', ')} …`}
      </span>
      {state.real && <span class="chip real">Real {state.real.title}</span>}
      {state.localKeys.map((key) => (
        <KeyChip key={key.title} {...key} />
      ))}
      <time class="clock" title="The desk’s own clock">
        {formatClock(now, state.timeZone)}
      </time>
      <button
        type="button"
        class="outlined"
        aria-pressed={views.behind}
        onClick={() => setViews({ ...views, behind: !views.behind })}
      >
        Behind the scenes
      </button>
    </header>
  );
}

/** Copies the key of a local tenant, the first thing that the sidebar asks for. */
function KeyChip({ title, apiKey }: { title: string; apiKey: string }): JSX.Element {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), COPIED_FOR);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <button
      type="button"
      class="chip"
      title={`The key of the ${title} on this computer: ${apiKey}`}
      onClick={() => void navigator.clipboard.writeText(apiKey).then(() => setCopied(true))}
    >
      {copied ? 'Copied: paste it in the sidebar' : `Copy ${title} key`}
    </button>
  );
}
