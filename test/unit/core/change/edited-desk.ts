/** A managed tab of contracts under test: pulled once, edited as people do, and looked at as a push does. */
import type { Change } from '../../../../src/core/change/change';
import { type EditedTable, findEdits, type Found } from '../../../../src/core/change/edits';
import type { Field, RemoteRecord } from '../../../../src/core/table/field';
import { DeskOfOne } from '../table/desk-of-one';
import { fieldOf } from '../table/fields';

const STATES = [
  { value: 'inReview', label: 'In-Review' },
  { value: 'closed', label: 'Closed' },
  { value: 'emea', label: 'Sales, EMEA' },
];

const writable = true;

export const CONTRACT_FIELDS: readonly Field[] = [
  fieldOf({ key: 'id', label: 'ID', type: 'id' }),
  fieldOf({ key: 'name', label: 'Name', writable }),
  fieldOf({ key: 'app', label: 'App ID', type: 'id', writable }),
  fieldOf({
    key: 'price',
    label: 'Price',
    type: 'money',
    writable,
    minorUnits: true,
    currencyField: 'currency',
  }),
  fieldOf({ key: 'currency', label: 'Currency' }),
  fieldOf({ key: 'seats', label: 'Seats', type: 'number', writable }),
  fieldOf({ key: 'auto', label: 'Auto-renewal', type: 'boolean', writable }),
  fieldOf({ key: 'end', label: 'End date', type: 'date', writable }),
  fieldOf({ key: 'call', label: 'Next call', type: 'dateTime', writable }),
  fieldOf({ key: 'state', label: 'State', type: 'option', writable, options: STATES }),
  fieldOf({ key: 'teams', label: 'Teams', type: 'options', writable, options: STATES }),
  fieldOf({ key: 'owner', label: 'Owner', type: 'person', writable }),
  fieldOf({ key: 'viewers', label: 'Viewers', type: 'people', writable }),
  fieldOf({ key: 'mail', label: 'Mail', type: 'email', writable }),
  fieldOf({ key: 'tags', label: 'Tags', type: 'list', writable }),
  fieldOf({ key: 'note', label: 'Note', type: 'longText', writable }),
  fieldOf({ key: 'score', label: 'Score', type: 'number' }),
  fieldOf({ key: 'seen', label: 'Last visit', type: 'dateTime' }),
  fieldOf({ key: 'active', label: 'Active', type: 'boolean' }),
];

export const SLACK: RemoteRecord = {
  id: 1,
  name: 'Slack',
  app: 10,
  price: 120_050,
  currency: 'EUR',
  seats: 12,
  auto: true,
  end: '2026-11-22',
  call: '2026-11-22T09:00:00Z',
  state: 'closed',
  teams: ['inReview', 'emea'],
  owner: { id: 5, email: 'Ada@example.com' },
  viewers: [{ email: 'a@example.com' }, { email: 'b@example.com' }],
  mail: 'Sales@slack.com',
  tags: 'chat, work',
  note: 'first',
  score: 7,
  seen: '2026-10-25T01:30:00Z',
  active: null,
};

export const NOTION: RemoteRecord = { id: 2, name: 'Notion', currency: 'USD' };

export class EditedDesk extends DeskOfOne {
  override fields = CONTRACT_FIELDS;

  constructor(timeZone = 'Europe/Berlin', ...records: readonly RemoteRecord[]) {
    super(timeZone);
    this.put(...(records.length > 0 ? records : [SLACK, NOTION]));
    this.refresh();
  }

  table(more: Partial<EditedTable> = {}): EditedTable {
    const snapshot = this.snapshot();
    if (!snapshot) throw new Error('no snapshot');
    return {
      image: this.sheet.image(),
      snapshot,
      fields: this.fields,
      key: 'id',
      name: 'name',
      words: { provider: 'Torii', singular: 'contract', plural: 'contracts' },
      timeZone: this.timeZone,
      creating: { required: ['name', 'app'], accepted: ['name', 'app', 'price', 'auto', 'tags', 'owner'] },
      ...more,
    };
  }

  found(more: Partial<EditedTable> = {}): Found {
    return findEdits(this.table(more));
  }

  changes(more: Partial<EditedTable> = {}): readonly Change[] {
    return this.found(more).changes;
  }

  /** Row below the last with content. */
  get nextRow(): number {
    return this.sheet.image().values.length + 1;
  }

  /** Types below the last row, by header. */
  addRow(cells: Readonly<Record<string, string | number | boolean>>): number {
    const row = this.nextRow;
    for (const [header, cell] of Object.entries(cells)) this.sheet.write(row, this.columnOf(header), cell);
    return row;
  }

  /** The records as a live read brings them. */
  live(): ReadonlyMap<string, RemoteRecord | null> {
    return this.records;
  }
}
