/** Leads to the preview of a tab's edits; those made since the last refresh are not counted yet, so it is always there. */
import type { JSX } from 'preact';
import type { Session } from '../state/session';
import { OpenButton } from './OpenButton';

interface Props {
  tab: string;
  session: Session;
  /** Where edits are known to wait. */
  boxed?: boolean;
}

export function ReviewButton({ tab, session, boxed = false }: Props): JSX.Element {
  return (
    <OpenButton
      label="Review edits"
      about={tab}
      screen={{ name: 'preview', subject: { kind: 'edits', tab } }}
      session={session}
      boxed={boxed}
    />
  );
}
