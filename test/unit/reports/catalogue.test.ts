/** Every report is sound: its columns can be told apart, and without anything to tell it is empty. */
import { NO_FACTS } from '../../../src/core/facts/fact';
import { PROVIDERS } from '../../../src/providers/catalogue';
import { REPORTS } from '../../../src/reports/catalogue';
import type { ReportInput } from '../../../src/reports/report';

const NOTHING: ReportInput = {
  facts: NO_FACTS,
  today: '2026-03-02',
  platform: 'Acme',
  own: [],
  tabs: new Map(),
};

describe.each(REPORTS.map((report) => [report.title, report] as const))('%s', (_title, report) => {
  const keys = report.fields.map(({ key }) => key);

  test('has columns that can be told apart, with the ones that it is known by', () => {
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(report.fields.map(({ label }) => label.toLowerCase())).size).toBe(keys.length);
    expect(keys).toEqual(expect.arrayContaining([report.key, report.name]));
    expect(keys[0]).toBe(report.key);
  });

  test('says what each column means, and in which currency amounts are', () => {
    for (const { help, type, currencyField } of report.fields) {
      expect(help).toMatch(/^\S.*\.$/);
      if (type === 'money') expect(currencyField).toBeDefined();
    }
  });

  test('lets people write only what stays', () => {
    for (const { writable, stays } of report.fields) expect(writable).toBe(stays !== undefined);
  });

  test('is named like no resource of a platform', () => {
    const resources = PROVIDERS.flatMap((provider) => provider.resources);
    expect(resources.map(({ resource }) => resource)).not.toContain(report.resource);
    expect(resources.map(({ title }) => title)).not.toContain(report.title);
  });

  test('has no rows where nothing is told, unless they come with the product', () => {
    const rows = report.rows(NOTHING);
    expect(rows.length > 0).toBe(report.isShared === true);
    expect(report.beside?.(rows, null).summary.length ?? 1).toBeGreaterThan(0);
  });

  test('fills its summary from columns that it has', () => {
    const { summary = [], chart } = report.beside?.(report.rows(NOTHING), null) ?? {};
    const names = summary
      .flat()
      .flatMap((cell) => (typeof cell === 'object' ? [...cell.formula.matchAll(/\{([a-z]\w*)\}/gi)] : []));
    expect(names.map(([, name]) => name).filter((name) => !keys.includes(name ?? ''))).toEqual([]);
    if (chart) expect(chart.of.row + chart.of.rows - 1).toBeLessThanOrEqual(summary.length);
  });
});
