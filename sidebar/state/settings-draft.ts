/** The settings of the file while a person changes them: figures and rates as they were typed. */
import type { Settings } from '../../src/app/contract';
import { ratesDraftOf, ratesOf, type RatesDraft } from './rates-draft';
import { wholeNumber } from './whole-number';

/** The least and the most that the server takes. */
export const LIMITS = {
  copiesKept: { least: 1, most: 100 },
  activityKept: { least: 0, most: 5000 },
  changeLogKept: { least: 1, most: 20_000 },
  journalKept: { least: 100, most: 50_000 },
} as const;

/** Longest name of the field about single sign-on that the server takes, in characters. */
export const LONGEST_FIELD = 100;

type Figure = keyof typeof LIMITS;

export type SettingsDraft = Omit<Settings, Figure | 'rates'> &
  Readonly<Record<Figure, string>> & { readonly rates: RatesDraft };

export function draftOf(settings: Settings): SettingsDraft {
  const { copiesKept, activityKept, changeLogKept, journalKept } = settings;
  return {
    ...settings,
    copiesKept: String(copiesKept),
    activityKept: String(activityKept),
    changeLogKept: String(changeLogKept),
    journalKept: String(journalKept),
    rates: ratesDraftOf(settings.rates),
  };
}

/** The settings that were typed, or null where a figure or a rate is none that can be. */
export function settingsOf(draft: SettingsDraft): Settings | null {
  const figure = (name: Figure): number | null =>
    wholeNumber(draft[name], LIMITS[name].least, LIMITS[name].most);
  const copiesKept = figure('copiesKept');
  const activityKept = figure('activityKept');
  const changeLogKept = figure('changeLogKept');
  const journalKept = figure('journalKept');
  if (copiesKept === null || activityKept === null || changeLogKept === null || journalKept === null) {
    return null;
  }
  const read = ratesOf(draft.rates);
  if ('problem' in read) return null;
  const ssoField = draft.ssoField.trim();
  return { ...draft, copiesKept, activityKept, changeLogKept, journalKept, ssoField, rates: read.rates };
}

/** Only what differs, so that a colleague's change to another setting is not undone. */
export function changesIn(wanted: Settings, saved: Settings): Partial<Settings> {
  const differs = ([name, value]: [string, unknown]): boolean =>
    JSON.stringify(saved[name as keyof Settings]) !== JSON.stringify(value);
  return Object.fromEntries(Object.entries(wanted).filter(differs));
}
