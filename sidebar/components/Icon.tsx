/** The few pictures of the sidebar; each stands beside words, so none has a name of its own. */
import type { JSX } from 'preact';

const PATHS = {
  check: 'M6.5 11.6 3.4 8.5l-1 1 4.1 4.1 8-8-1-1z',
  warning: 'M8 1.8 15 14H1L8 1.8zM7.2 6v4.2h1.6V6H7.2zm0 5.4V13h1.6v-1.6H7.2z',
  info: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm.8 10.8H7.2V7.2h1.6v4.6zm0-6H7.2V4.2h1.6v1.6z',
  clock:
    'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm0 12.6A5.6 5.6 0 1 1 8 2.4a5.6 5.6 0 0 1 0 11.2zM8.6 4.2H7.3v4.3l3.4 2 .7-1.1-2.8-1.7V4.2z',
  close: 'M12.7 4.4 11.6 3.3 8 6.9 4.4 3.3 3.3 4.4 6.9 8l-3.6 3.6 1.1 1.1L8 9.1l3.6 3.6 1.1-1.1L9.1 8z',
  edit: 'M2 11.6V14h2.4l7.1-7.1-2.4-2.4L2 11.6zM13.6 4.8a.7.7 0 0 0 0-.9l-1.5-1.5a.7.7 0 0 0-.9 0L10 3.6 12.4 6l1.2-1.2z',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill="currentColor" fill-rule="evenodd" />
    </svg>
  );
}
