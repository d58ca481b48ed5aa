/** Measures how long it takes to tell which of a company's apps are on the list of vendors, and what they cost it. */
import { NO_FACTS, type AppFact } from '../src/core/facts/fact';
import { SSO_TAX } from '../src/reports/sso-tax';
import { listedVendors } from '../src/reports/sso/vendor-list';

export interface SsoTaxFigures {
  readonly apps: number;
  /** Rows of the report: apps that are on the list, or may be. */
  readonly rows: number;
  /** Processor time of this process, the least of several runs. */
  readonly cpuSeconds: number;
  /** The same for a thousand apps, in milliseconds: it stays the same where time grows in step with them. */
  readonly cpuMsPerThousand: number;
}

const RUNS = 3;

export function measureSsoTax(sizes: readonly number[]): SsoTaxFigures[] {
  // What the engine still has to compile is not counted.
  rowsFor(appsLikeReal(20_000));
  return sizes.map((size) => {
    const apps = appsLikeReal(size);
    const runs = Array.from({ length: RUNS }, () => {
      const before = process.cpuUsage();
      const rows = rowsFor(apps);
      const { user, system } = process.cpuUsage(before);
      return { rows, seconds: (user + system) / 1e6 };
    });
    const seconds = Math.min(...runs.map((run) => run.seconds));
    return {
      apps: size,
      rows: runs[0]?.rows ?? 0,
      cpuSeconds: Math.round(seconds * 1000) / 1000,
      cpuMsPerThousand: Math.round((seconds / size) * 1e7) / 10,
    };
  });
}

function rowsFor(apps: readonly AppFact[]): number {
  const facts = { ...NO_FACTS, apps };
  return SSO_TAX.rows({ facts, today: '2026-03-02', platform: 'Torii', own: [], tabs: new Map() }).length;
}

const EDITIONS = ['', ' Enterprise', ' (EU)', ', Inc.', ' for Teams', ' Business'];
const FIRST = ['Blue', 'Open', 'North', 'Data', 'Cloud', 'Bright', 'Fast', 'Meta', 'Quick', 'Smart'];
const SECOND = ['desk', 'flow', 'box', 'sign', 'pilot', 'hub', 'stack', 'board', 'ledger', 'works'];

/** A fifth are on the list under some form of their name; the others have names of their own, which share words with it. */
function appsLikeReal(size: number): readonly AppFact[] {
  const vendors = listedVendors();
  return Array.from({ length: size }, (_, index): AppFact => {
    const vendor = index % 5 === 0 ? vendors[(index / 5) % vendors.length] : undefined;
    const edition = EDITIONS[Math.floor(index / 7) % EDITIONS.length] ?? '';
    const word = `${FIRST[index % 10] ?? ''}${SECOND[Math.floor(index / 10) % 10] ?? ''}`;
    const own = {
      name: `${word} ${String(index)}`,
      url: `https://${word.toLowerCase()}-${String(index)}.com`,
    };
    const { name, url } = vendor ?? own;
    return {
      id: String(index + 1),
      name: name + edition,
      url: index % 3 === 0 ? '' : url,
      vendor: '',
      owner: '',
      category: '',
      department: '',
      users: index % 90,
      spend: null,
      sso: '',
    };
  });
}
