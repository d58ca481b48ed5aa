/** The licences of seeded apps: two kinds each. */
import { objectId } from '../object-id';
import type { Licence } from '../record';

const NAMES = ['Business+', 'Basic'];

export function licencesOf(app: number): Licence[] {
  return NAMES.map((license_name, i) => ({
    license_id: objectId('licence', app * NAMES.length + i),
    license_name,
    app_id: objectId('app', app),
  }));
}
