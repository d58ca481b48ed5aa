/** Users and their licences as one JSON file: https://developers.toriihq.com/reference/putservicessynccustom */
import type { Licence } from './licences';
import type { UploadValue } from './package';
import { type Packed, SAMPLE, wholeFile } from './packed';
import { isFilled, type RowRecord } from './record';
import type { PackageShape, UploadTarget } from './target';

/** Keys of a user, in the order of the platform's own example. */
const USER_KEYS: readonly string[] = [
  'id',
  'email',
  'firstName',
  'lastName',
  'status',
  'externalStatus',
  'roles',
  'lastUsedDate',
];

/** `people` are told apart by e-mail address; `licences` have nobody else. */
export function packPeople(
  { target }: UploadTarget,
  { fileName }: Extract<PackageShape, { kind: 'people' }>,
  people: readonly RowRecord[],
  licences: readonly Licence[],
): Packed {
  // Piece by piece: fifty thousand people with four licences each would fill the memory twice as one object.
  const users = people.map((person) => JSON.stringify(userOf(person)));
  const lists = licences.map((licence) => JSON.stringify(licenceOf(licence)));
  const text = `{"users":[${users.join(',')}]${lists.length === 0 ? '' : `,"licenses":[${lists.join(',')}]`}}`;
  return {
    files: [wholeFile(target, fileName, 'application/json', text, people)],
    sample: sampleOf(people, licences),
  };
}

function userOf({ values }: RowRecord): Record<string, UploadValue> {
  const user: Record<string, UploadValue> = {};
  for (const key of USER_KEYS) {
    const value = values[key];
    if (isFilled(value)) user[key] = value;
  }
  return user;
}

function licenceOf({ name, unassigned, users, price }: Licence) {
  return {
    name,
    ...(unassigned === undefined ? {} : { unassignedAmount: unassigned }),
    users,
    ...(price === undefined ? {} : { pricePerUser: price }),
  };
}

function sampleOf(people: readonly RowRecord[], licences: readonly Licence[]): unknown {
  const few = licences
    .slice(0, SAMPLE)
    .map((licence) => licenceOf({ ...licence, users: licence.users.slice(0, SAMPLE) }));
  return { users: people.slice(0, SAMPLE).map(userOf), ...(few.length === 0 ? {} : { licenses: few }) };
}
