/** The days to act by of a Renewals tab, as a file for a calendar. */
import { AppError } from '../core/errors';
import type { Ports } from '../ports';
import { renewalsCalendar } from '../reports/calendar';
import { RENEWALS } from '../reports/renewals';
import type { Api } from './contract';
import { TabIndex } from './tab-index';
import { readTabRows } from './tab-rows';

/** As the tab is now, with what people changed in it. Throws UNKNOWN_TAB for any other tab. */
export function calendar(ports: Ports, { tab }: Api['calendar']['payload']): Api['calendar']['value'] {
  const entry = new TabIndex(ports).named(tab);
  if (entry?.resource !== RENEWALS.resource) throw new AppError('UNKNOWN_TAB', { tab }, { tab });
  const text = renewalsCalendar(readTabRows(ports, entry), new Date(ports.clock.now()).toISOString());
  return { name: `${tab}.ics`, text };
}
