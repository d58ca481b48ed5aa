/** A coloured box that says something the person should know, with a picture and words, never colour alone. */
import type { ComponentChildren, JSX } from 'preact';
import { Icon, type IconName } from './Icon';

export type Tone = 'good' | 'info' | 'warning' | 'bad';

const ICONS: Record<Tone, IconName> = { good: 'check', info: 'info', warning: 'warning', bad: 'warning' };

interface Props {
  tone: Tone;
  children: ComponentChildren;
  /** Read out at once: for what came of something the person just did. */
  alert?: boolean;
  onClose?: () => void;
}

export function Notice({ tone, children, alert = false, onClose }: Props): JSX.Element {
  return (
    <div class={`notice ${tone}`} {...(alert ? { role: 'alert' } : {})}>
      <Icon name={ICONS[tone]} />
      <div class="notice-body">{children}</div>
      {onClose && (
        <button type="button" class="close" aria-label="Close this message" onClick={onClose}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
