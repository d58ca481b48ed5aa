/** A line of the Push journal as a push leaves it. */
import type { JournalEntry } from '../../../../src/core/log/push-journal';

export function entry(given: Partial<JournalEntry>): JournalEntry {
  return {
    plan: 'p-1',
    at: 5,
    who: 'ada@example.com',
    preparedBy: 'ada@example.com',
    tab: 'Contracts',
    tabId: 7,
    provider: 'torii',
    resource: 'contracts',
    purpose: 'push',
    row: 9,
    id: '1',
    name: 'Slack',
    action: 'update',
    field: 'note',
    label: 'Note',
    before: 'zeroth',
    after: 'first',
    outcome: 'sent',
    detail: '',
    ...given,
  };
}
