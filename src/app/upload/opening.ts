/** What the menu opens the sidebar for: left in this person's cache until the sidebar asks for the file's state. */
import type { Ports } from '../../ports';
import type { StatusValue } from '../contract';

const KEY = 'sidebar.opens';

/** As long as a slow sidebar may take to open. */
const SECONDS = 120;

/** Opens the sidebar where a tab's upload is set up and checked. */
export function openUpload({ cache, notice }: Pick<Ports, 'cache' | 'notice'>, tab: string): void {
  cache.put(KEY, JSON.stringify({ screen: 'upload', tab }), SECONDS);
  notice.openSidebar();
}

/** What it was opened for, told once; undefined where a person has opened it for nothing particular. */
export function takeOpening({ cache }: Pick<Ports, 'cache'>): StatusValue['opens'] {
  const text = cache.get(KEY);
  if (text === null || text === '') return undefined;
  cache.put(KEY, '', 1);
  return JSON.parse(text) as StatusValue['opens'];
}
