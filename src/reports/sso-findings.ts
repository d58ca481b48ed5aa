/** Reads out of the SSO Tax tab what it found about each app, and what still waits for a person's word. */
import type { TabRow } from './report';
import { appOfRow, FINDING } from './sso-tax';
import { FINDINGS, type SsoFinding } from './sso/finding';

export interface AppFinding {
  /** The platform's id of the app, and what the report calls it. */
  readonly app: string;
  readonly name: string;
  readonly finding: SsoFinding;
}

export interface ReadFindings {
  /** One for each app. */
  readonly findings: readonly AppFinding[];
  /** Rows that count only once a person says yes, and that nobody has answered. */
  readonly waiting: number;
  /** Rows whose answer came after the last refresh, so that the report has not gone by it yet. */
  readonly answered: number;
}

/** `rows` are those of the tab, as it stands. */
export function readFindings(rows: readonly TabRow[]): ReadFindings {
  const findings = new Map<string, AppFinding>();
  let waiting = 0;
  let answered = 0;
  for (const { id = '', app: name = '', match, answer = '', [FINDING]: found = '' } of rows) {
    const app = appOfRow(id.trim());
    const said = answer.trim().toLowerCase();
    const finding = FINDINGS.find((one) => one === found.trim());
    if (match === 'Possible' && said === '') waiting += 1;
    if ((match === 'Possible' && said === 'yes') || (finding && said === 'no')) answered += 1;
    if (app === null || !finding || said === 'no' || findings.has(app)) continue;
    findings.set(app, { app, name, finding });
  }
  return { findings: [...findings.values()], waiting, answered };
}
