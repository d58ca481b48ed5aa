/** A page of the script in a sandboxed frame, with google.script inside. */
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FrameView } from '../../protocol';
import { callScript, readFrameScript } from '../server/client';
import type { FromFrame, ToFrame } from './messages';

/** As at Google, but without the frame's own origin: the page cannot reach the workbench around it. */
const SANDBOX =
  'allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads';

interface Props {
  frame: FrameView;
  now: number;
  onClose: () => void;
  onSize?: (size: { width?: number; height?: number }) => void;
}

export function ScriptFrame({ frame, now, onClose, onSize }: Props): JSX.Element {
  const element = useRef<HTMLIFrameElement>(null);
  const script = useFrameScript();
  const page = useMemo(
    () => (script === null ? '' : withScript(frame.html, script, now)),
    // The time is only the start; messages keep it right.
    [script, frame.html],
  );
  useEffect(() => {
    const hear = (event: MessageEvent<FromFrame>): void => {
      const inside = element.current?.contentWindow;
      if (!inside || event.source !== inside) return;
      const message = event.data;
      if (message.workbench === 'close') onClose();
      else if (message.workbench === 'size') onSize?.(message);
      else if (message.workbench === 'call') {
        void callScript({ fn: message.fn, args: message.args })
          .catch((problem: unknown) => ({
            ok: false as const,
            name: 'NetworkError',
            message: `NetworkError: ${String(problem)}`,
            now: Date.now(),
          }))
          .then((answer) => tell(inside, { workbench: 'answer', id: message.id, answer }));
      }
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, [onClose, onSize]);
  useEffect(() => {
    const inside = element.current?.contentWindow;
    if (inside) tell(inside, { workbench: 'clock', now });
  }, [now]);
  return (
    <iframe
      ref={element}
      class="script-frame"
      title={frame.title || 'Page of the script'}
      sandbox={SANDBOX}
      srcdoc={page}
    />
  );
}

function tell(frame: Window, message: ToFrame): void {
  // A sandboxed frame has no origin that could be named.
  frame.postMessage(message, '*');
}

function useFrameScript(): string | null {
  const [script, setScript] = useState<string | null>(null);
  useEffect(() => {
    void readFrameScript().then(setScript);
  }, []);
  return script;
}

/** google.script must be there before the page's own scripts run. */
function withScript(html: string, script: string, now: number): string {
  const tag = `<script data-now="${String(now)}">${script.replaceAll('</script', '<\\/script')}</script>`;
  const head = /<head[^>]*>/i.exec(html);
  if (!head) return tag + html;
  const place = head.index + head[0].length;
  return html.slice(0, place) + tag + html.slice(place);
}
