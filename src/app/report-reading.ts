/** Reads what a report is made of, by the same means as a pull, and makes its rows. */
import { type FactKind, type Facts, type FactSource, NO_FACTS } from '../core/facts/fact';
import { checkFilters } from '../core/filter/check';
import { recordTest, runDay } from '../core/filter/match';
import { filterWords } from '../core/filter/words';
import type { ReadResult } from '../core/http/list';
import type { Field, RemoteRecord } from '../core/table/field';
import type { Ports } from '../ports';
import { findResource } from '../providers/catalogue';
import type { ResourceDefinition } from '../providers/definition';
import { documentedFields } from '../providers/documented-fields';
import { factsFrom, fieldsForFacts, needsLabels } from '../providers/facts';
import { learnFields } from '../providers/learned-fields';
import { readFields } from '../providers/offered-fields';
import { readBelow, readResource } from '../providers/reading';
import type { ReportDefinition, ReportInput, TabRow } from '../reports/report';
import { chooseFields } from './field-choice';
import type { Asking, OnRead, PullRead, Wanted } from './pull-reading';
import { readSettings } from './settings';
import type { TabEntry } from './tab-index';
import { readTabRows } from './tab-rows';

/** Throws BAD_FILTER, and what reading resources throws. */
export function readReport(
  ports: Pick<Ports, 'grid' | 'store'>,
  asking: Asking<ReportDefinition>,
  wanted: Wanted,
  onRead: OnRead,
): PullRead {
  const { provider, subject: report, index, readAt } = asking;
  const { timeZone } = ports.grid.file();
  const filters = checkFilters(wanted.filters, report.fields);
  const choice = chooseFields(report.fields, provider, report, wanted.fields);
  const { ssoField } = readSettings(ports);
  const reading = new FactReading(asking, timeZone, ssoField, onRead);
  for (const kind of report.needs) reading.list(kind);
  const run = runDay(readAt, timeZone);
  if (report.uses) reading.uses(report.uses.kind, report.uses.of(reading.facts, run.today));
  const rowsIn = (tabs: readonly TabEntry[]): readonly TabRow[] =>
    tabs.flatMap((entry) => readTabRows(ports, entry));
  const isOwn = ({ resource, provider: of }: TabEntry): boolean =>
    resource === report.resource && (report.isShared === true || of === provider.provider);
  const own = index.all().filter(isOwn);
  const input: ReportInput = {
    facts: reading.facts,
    today: run.today,
    platform: provider.title,
    own: report.fields.some(({ stays }) => stays) ? rowsIn(own) : [],
    tabs: new Map(
      (report.reads ?? []).map((name) => [
        name,
        rowsIn(index.all().filter(({ resource }) => resource === name)),
      ]),
    ),
  };
  return {
    ...choice,
    filters: filters.map(({ filter }) => filter),
    selection: filters.map(filterWords),
    records: report
      .rows(input)
      .filter(recordTest(filters, run))
      .map((row) => ({ ...row, [report.key]: asPlatformId(row[report.key]) })),
    readAt,
    complete: reading.complete && report.isPartial?.(input) !== true,
    remarks: [...reading.remarks, ...(report.remarks?.(input) ?? [])],
    pages: reading.pages,
  };
}

/** As in the platform's own tabs, so that formulas can look rows up there: a number where the platform counts. */
function asPlatformId(id: unknown): unknown {
  return typeof id === 'string' && /^[1-9]\d{0,14}$/.test(id) ? Number(id) : id;
}

/** One list after the other. */
class FactReading {
  facts: Facts = NO_FACTS;
  complete = true;
  pages = 0;
  readonly remarks: string[] = [];
  /** As they came, for lists below them. */
  private readonly came = new Map<string, readonly RemoteRecord[]>();

  constructor(
    private readonly asking: Asking<ReportDefinition>,
    private readonly timeZone: string,
    /** What the organisation calls its field about single sign-on; '' for the usual names. */
    private readonly ssoField: string,
    private readonly onRead: OnRead,
  ) {}

  list(kind: FactKind): void {
    const { source, resource } = this.at(kind);
    const { sender, provider, readAt } = this.asking;
    const offered =
      needsLabels(source) && !resource.fieldsInRecords
        ? readFields(sender, resource)
        : documentedFields(resource);
    const fields = fieldsForFacts(source, offered);
    const result = readResource(sender, provider, resource, fields, readAt, this.telling(resource));
    this.came.set(resource.resource, result.records);
    const known = resource.fieldsInRecords ? learnFields(resource, result.arrived) : offered;
    this.take(kind, source, known, result);
  }

  /** Below the records with these ids, of a list that has been read. */
  uses(kind: 'appUses' | 'userUses', ids: readonly string[]): void {
    const { source, resource } = this.at(kind);
    const { sender, provider } = this.asking;
    const above = findResource(provider, resource.parent?.resource ?? '');
    const wanted = new Set(ids);
    const parents = (this.came.get(above.resource) ?? []).filter((record) =>
      wanted.has(String(record[above.key])),
    );
    if (parents.length === 0) return;
    const offered = documentedFields(resource);
    const fields = fieldsForFacts(source, offered);
    const result = readBelow(sender, resource, fields, parents, this.telling(resource));
    this.take(kind, source, offered, result);
  }

  private at<Kind extends FactKind>(kind: Kind) {
    const { provider } = this.asking;
    const usual = provider.facts?.[kind] as FactSource<Kind>;
    const sso = this.ssoField === '' ? {} : { sso: { labels: [this.ssoField] } };
    const source = kind === 'apps' ? { ...usual, places: { ...usual.places, ...sso } } : usual;
    return { source, resource: findResource(provider, source.resource) };
  }

  private telling({ plural }: ResourceDefinition): Parameters<typeof readBelow>[4] {
    const before = this.pages;
    return (progress) => this.onRead({ ...progress, pages: before + progress.pages }, plural);
  }

  private take(kind: FactKind, source: FactSource, offered: readonly Field[], result: ReadResult): void {
    const context = { timeZone: this.timeZone };
    this.facts = { ...this.facts, [kind]: factsFrom(kind, source, offered, result.records, context) };
    this.complete &&= result.complete;
    this.pages += result.pages;
    this.remarks.push(...result.remarks);
  }
}
