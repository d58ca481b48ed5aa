/** Sentences about reports: what waits for a person in them, and what becomes of their findings. */
import type { TabInfo } from '../../src/app/contract';
import type { SsoField } from '../state/sso-field';
import { amountOf } from './count';

const MATCHES = { singular: 'possible match', plural: 'possible matches' };

/** “12 possible matches wait for your yes or no in the tab”; '' where none does. */
export function waitingWords({ waitingForYou = 0 }: Pick<TabInfo, 'waitingForYou'>, locale?: string): string {
  if (waitingForYou === 0) return '';
  const verb = waitingForYou === 1 ? 'waits' : 'wait';
  return `${amountOf(waitingForYou, MATCHES, locale)} ${verb} for your yes or no in the tab`;
}

/** Under the heading: “Tabs made from what Torii and Zluri know. …” */
export function reportsWords(platforms: readonly string[]): string {
  const verb = platforms.length === 1 ? 'knows' : 'know';
  return `Tabs made from what ${platforms.join(' and ')} ${verb}. What you write in them stays in this file.`;
}

/** Under a field that the findings could go into. */
export function fieldWords({ lacks, untold }: Pick<SsoField, 'lacks' | 'untold'>, platform: string): string {
  if (untold) return `Which choices it has, ${platform} does not tell: it refuses what does not fit.`;
  if (lacks.length === 0) return 'It has a choice for every finding.';
  return `It has no choice “${lacks.join('” and no choice “')}”: the preview says which apps that concerns.`;
}
