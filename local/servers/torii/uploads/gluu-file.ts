/** The file of a Gluu integration: a CSV of people. https://developers.toriihq.com/reference/putservicessyncgluu */
import { Refusal } from '../../http/exchange';
import { isEmailAddress } from '../../records/email-address';
import { isIsoDay, isIsoMoment } from '../../records/iso-date';
import { csvRows, headerWord } from './csv-rows';
import type { FileLicence, FileUser, PeopleFile } from './people-file';

/**
 * Inferred: no text names its columns, so they are those of the sheet that Torii reads by itself.
 * https://support.toriihq.com/hc/en-us/articles/39396363579803
 */
const INFERRED_COLUMNS = {
  email: 'email',
  id: 'id',
  firstname: 'firstName',
  lastname: 'lastName',
  name: 'name',
  status: 'status',
  externalstatus: 'externalStatus',
  roles: 'roles',
  licenses: 'licenses',
  lastuseddate: 'lastUsedDate',
} as const;

type Column = (typeof INFERRED_COLUMNS)[keyof typeof INFERRED_COLUMNS];

/** Only the column of addresses must be there. @throws Refusal that names the first line that is not as it must be */
export function readGluuFile(content: string): PeopleFile {
  const [header, ...lines] = csvRows(content);
  const columns = header?.map(
    (name) => (INFERRED_COLUMNS as Readonly<Record<string, Column>>)[headerWord(name)],
  );
  if (columns?.includes('email') !== true) {
    throw new Refusal(400, 'The file must be CSV with a header that has the column Email');
  }
  const holders = new Map<string, { email: string }[]>();
  const users = lines.map((cells, i): FileUser => {
    const cell = (column: Column) => cells[columns.indexOf(column)]?.trim() ?? '';
    const wrong = (what: string) => new Refusal(400, `Line ${i + 2}: ${what}`);
    const email = cell('email');
    if (!isEmailAddress(email)) throw wrong('Email is not a valid email');
    const status = cell('status').toLowerCase() || 'active';
    if (status !== 'active' && status !== 'deleted') throw wrong('Status is not one of [active, deleted]');
    const lastUsedDate = cell('lastUsedDate');
    if (lastUsedDate !== '' && !isIsoDay(lastUsedDate) && !isIsoMoment(lastUsedDate)) {
      throw wrong('Last used date is not a date in ISO 8601');
    }
    for (const name of listed(cell('licenses'))) holders.set(name, [...(holders.get(name) ?? []), { email }]);
    const [first = '', ...others] = cell('name').split(' ');
    return {
      email,
      status,
      firstName: cell('firstName') || first,
      lastName: cell('lastName') || others.join(' '),
      externalStatus: cell('externalStatus'),
      roles: listed(cell('roles')),
      ...(lastUsedDate === '' ? {} : { lastUsedDate }),
    };
  });
  if (users.length === 0) throw new Refusal(400, 'The file must hold at least one valid user');
  const licenses = [...holders].map(([name, of]): FileLicence => ({ name, users: of }));
  return { users, licenses };
}

const listed = (cell: string) =>
  cell
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
