/** What stands beside the SSO Tax table: totals for each currency, what is left to find out, and the ten dearest apps. */
import type { Beside, SummaryCell } from '../core/table/beside';
import { type CurrencyRates, moneyFormat } from '../core/table/currency';
import type { RemoteRecord } from '../core/table/field';
import { currenciesIn } from './columns';
import { headed, totalsOf } from './totals';

const TOP = 10;

export function besideSsoTax(rows: readonly RemoteRecord[], rates: CurrencyRates | null): Beside {
  const amounts = { format: moneyFormat(currenciesIn(rows, 'total')[0] || null) };
  const totals = totalsOf(rows, 'total', rates).map((total): SummaryCell[] => [
    headed('Known surcharge a year', total),
    total.cell(),
  ]);
  const top = Array.from({ length: TOP }, (_, index): SummaryCell[] => [
    { formula: `=IFERROR(INDEX({app};MATCH(${index + 1};{rank};0));"")` },
    { formula: `=IFERROR(INDEX({total};MATCH(${index + 1};{rank};0));"")`, ...amounts },
  ]);
  const summary: readonly (readonly SummaryCell[])[] = [
    ['Summary', ''],
    ...totals,
    ['Apps that count', { formula: '=COUNTIF({match};"Sure")+COUNTIF({match};"Likely")' }],
    ['To be confirmed by you', { formula: '=COUNTIF({match};"Possible")' }],
    ['With a known surcharge', { formula: '=COUNT({total})' }],
    ['', ''],
    ['Most expensive apps', 'Surcharge a year'],
    ...top,
  ];
  const header = summary.length - TOP;
  return {
    summary,
    chart: {
      type: 'bar',
      title: 'SSO tax: the ten largest known surcharges a year',
      of: { row: header, column: 1, rows: TOP + 1, columns: 2 },
    },
  };
}
