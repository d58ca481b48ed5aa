/** Where this file has uploaded to, or was told that it could: app accounts and instances, remembered by platform. */
import { byteLength } from '../../core/upload/byte-length';
import type { Ports } from '../../ports';
import type { ProviderDefinition } from '../../providers/definition';
import type { UploadPlace } from '../../providers/uploading';

/** One property for each platform. */
const PREFIX = 'upload.places.';

/** The latest, in as many bytes as one property holds, which is 9 KB. https://developers.google.com/apps-script/guides/services/quotas */
const MOST = 40;
const MOST_BYTES = 8500;

/** Characters of a title that are kept. */
const LONGEST = 80;

type Stored = Pick<Ports, 'store'>;

/** The latest first. */
export function knownPlaces({ store }: Stored, { provider }: ProviderDefinition): readonly UploadPlace[] {
  return JSON.parse(store.get('document', PREFIX + provider) ?? '[]') as UploadPlace[];
}

export function placeOf(ports: Stored, provider: ProviderDefinition, place: string): UploadPlace | undefined {
  return knownPlaces(ports, provider).find((each) => each.place === place);
}

/** What is known of it already and not said anew stays. */
export function rememberPlace(ports: Stored, provider: ProviderDefinition, news: UploadPlace): UploadPlace {
  const before = placeOf(ports, provider, news.place);
  const { note: _note, ...kept } = { ...before, ...news };
  const place = { ...kept, title: kept.title.slice(0, LONGEST) };
  const others = knownPlaces(ports, provider).filter((each) => each.place !== place.place);
  const all = [place, ...others].slice(0, MOST);
  while (all.length > 1 && byteLength(JSON.stringify(all)) > MOST_BYTES) all.pop();
  ports.store.set('document', PREFIX + provider.provider, JSON.stringify(all));
  return place;
}

/** “Figma (1000)”; the id alone where nobody has named it. */
export function placeWords(ports: Stored, provider: ProviderDefinition, place: string): string {
  const title = placeOf(ports, provider, place)?.title ?? '';
  return title === '' || title === place ? place : `${title} (${place})`;
}
