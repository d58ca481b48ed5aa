/** Contracts by the day until which notice must be given; those that lack the dates are listed, not dropped. */
import type { Beside, SummaryCell } from '../core/table/beside';
import type { CurrencyRates } from '../core/table/currency';
import type { ContractFact } from '../core/facts/fact';
import type { RemoteRecord } from '../core/table/field';
import { textsIn } from './columns';
import { contractDates, daysBetween } from './contract-dates';
import { field } from './field';
import { byText } from './order';
import type { ReportDefinition } from './report';
import { headed, totalsOf } from './totals';

const money = { currencyField: 'currency' } as const;

/** What a contract falls into, from the most urgent; the last one is for such that never end. */
const BANDS = {
  ended: 'End date has passed',
  overdue: 'Notice period has passed',
  within30: 'Within 30 days',
  within60: 'Within 60 days',
  within90: 'Within 90 days',
  later: 'Later',
  unknown: 'Dates are missing',
  never: 'No end',
} as const;

export const RENEWALS: ReportDefinition = {
  resource: 'renewals',
  title: 'Renewals',
  singular: 'contract',
  plural: 'contracts',
  description:
    'Running contracts by the last day to give notice, with owner, value, automatic renewal and use.',
  needs: ['contracts', 'apps'],
  key: 'id',
  name: 'name',
  fields: [
    field('id', 'ID', 'id', 'The platform’s id of the contract, by which rows are recognised.'),
    field('name', 'Contract', 'text', 'What the contract is called.'),
    field('app', 'App', 'text', 'The app that the contract is about.'),
    field(
      'band',
      'When',
      'text',
      'How soon to act: by the last day to give notice, or by the end where that is not known.',
    ),
    field(
      'notice',
      'Notice by',
      'date',
      'The last day to give notice: the end date without the notice period.',
    ),
    field('end', 'End date', 'date', 'When the contract ends.'),
    field('month', 'Month', 'text', 'The month to act in, for the chart.'),
    field('renewsItself', 'Renews itself', 'text', 'Whether the contract renews without anybody’s doing.'),
    field('owner', 'Owner', 'person', 'Who answers for the contract, or else for the app.'),
    field('value', 'Contract value', 'money', 'What the contract costs, in its own currency.', money),
    field('currency', 'Currency', 'text', 'The currency of the value.'),
    field('users', 'Active users', 'number', 'How many people use the app.'),
    field('missing', 'What is missing', 'text', 'Which dates the platform does not have.'),
  ],
  widths: { id: 70, when: 185, month: 80, renewsItself: 90, currency: 70, missing: 220 },
  filterIdeas: [
    { label: 'Notice within 30 days', filters: [{ field: 'notice', test: 'inNextDays', values: [30] }] },
    { label: 'Notice within 90 days', filters: [{ field: 'notice', test: 'inNextDays', values: [90] }] },
    { label: 'Dates are missing', filters: [{ field: 'missing', test: 'isNotEmpty', values: [] }] },
  ],
  rows: ({ facts, today }) => {
    const apps = new Map(facts.apps.map((app) => [app.id, app]));
    return facts.contracts
      .filter((contract) => isRunning(contract, today))
      .map((contract): Sorted => {
        const app = apps.get(contract.app);
        const { notice, end, endsNever } = contractDates(contract);
        const by = notice || end;
        const days = by === '' ? null : daysBetween(today, by);
        const row = {
          id: contract.id,
          name: contract.name,
          app: contract.appName || (app?.name ?? ''),
          band: endsNever ? BANDS.never : end !== '' && end < today ? BANDS.ended : bandOf(days),
          notice,
          end,
          month: monthOf(by),
          renewsItself: contract.renewsItself === null ? '' : contract.renewsItself ? 'Yes' : 'No',
          owner: contract.owner || (app?.owner ?? ''),
          value: contract.value?.value ?? null,
          currency: contract.value?.currency ?? null,
          users: app?.users ?? null,
          missing: end !== '' && end < today ? 'New end date' : missing(notice, end, endsNever),
        };
        return { row, by: by || (endsNever ? NEVER : UNKNOWN), value: contract.value?.value ?? 0 };
      })
      .sort((one, other) => byText(one.by, other.by) || other.value - one.value)
      .map(({ row }) => row);
  },
  beside: besideRenewals,
};

interface Sorted {
  readonly row: RemoteRecord;
  readonly by: string;
  readonly value: number;
}

/** Behind every day. */
const UNKNOWN = '~';
const NEVER = '~~';

/** “2026 · 06”: in formulas, a spreadsheet would take “2026-06” for a date. */
function monthOf(day: string): string {
  return day === '' ? '' : `${day.slice(0, 4)} · ${day.slice(5, 7)}`;
}

/** One that the platform calls running though its end has passed is over, unless it renews itself: then its dates are old. */
function isRunning(contract: ContractFact, today: string): boolean {
  const { end } = contractDates(contract);
  return contract.isOver !== true && (end === '' || end >= today || contract.renewsItself === true);
}

function bandOf(days: number | null): string {
  if (days === null) return BANDS.unknown;
  if (days < 0) return BANDS.overdue;
  if (days <= 30) return BANDS.within30;
  if (days <= 60) return BANDS.within60;
  return days <= 90 ? BANDS.within90 : BANDS.later;
}

function missing(notice: string, end: string, endsNever: boolean): string {
  if (endsNever) return '';
  return [...(end === '' ? ['End date'] : []), ...(notice === '' ? ['Notice period'] : [])].join(', ');
}

function besideRenewals(rows: readonly RemoteRecord[], rates: CurrencyRates | null): Beside {
  const totals = totalsOf(rows, 'value', rates);
  const months = textsIn(rows, 'month').slice(0, MONTHS);
  const bands = Object.values(BANDS).map((band): SummaryCell[] => [
    band,
    { formula: '=COUNTIF({band};{1})' },
    ...totals.map(({ cell }) => cell(';{band};{1}')),
  ]);
  const byMonth = months
    .slice(0, MONTHS)
    .map((month): SummaryCell[] => [month, { formula: '=COUNTIF({month};{1})' }]);
  const summary: SummaryCell[][] = [
    ['When', 'Contracts', ...totals.map((total) => headed('Value', total))],
    ...bands,
    [''],
    ['Month', 'Contracts'],
    ...byMonth,
  ];
  return {
    summary,
    chart: {
      type: 'column',
      title: 'Renewals: contracts by the month to act in',
      of: { row: summary.length - byMonth.length, column: 1, rows: byMonth.length + 1, columns: 2 },
    },
  };
}

/** A year. */
const MONTHS = 12;
