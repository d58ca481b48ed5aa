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
  back: 'M9.9 3.2 5.1 8l4.8 4.8 1.1-1.1L7.3 8 11 4.3z',
  open: 'M3.2 6.1 8 10.9l4.8-4.8L11.7 5 8 8.7 4.3 5z',
  grip: 'M5 3h2v2H5zM9 3h2v2H9zM5 7h2v2H5zM9 7h2v2H9zM5 11h2v2H5zM9 11h2v2H9z',
  filter: 'M1.8 3h12.4v1.6H1.8zM4 7.2h8v1.6H4zM6.2 11.4h3.6V13H6.2z',
  copy: 'M5 1.8h8.2V11h-1.6V3.4H5zM2.8 5h7.4v9.2H2.8zm1.6 1.6v6h4.2v-6z',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill="currentColor" fill-rule="evenodd" />
    </svg>
  );
}
