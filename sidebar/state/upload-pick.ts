/** Which tab is uploaded to where, as far as that can be told without asking. */
import type { StatusValue } from '../../src/app/contract';
import type { UploadTabInfo, UploadTargetInfo } from '../../src/app/upload/contract';
import type { ProviderName } from '../../src/providers/definition';
import type { UploadPick } from './upload-draft';

/** The platform of a target, by its name: “torii.gluu” is Torii's. */
export function platformOf(
  { providers }: Pick<StatusValue, 'providers'>,
  target: string,
): { readonly provider: ProviderName; readonly title: string } | undefined {
  return providers.find(({ provider }) => target.startsWith(`${provider}.`));
}

/** Targets that fit a recognised tab, of platforms that this person is connected to: the first one of each. */
export function fittingTargets(
  { targets }: Pick<UploadTabInfo, 'targets'>,
  status: Pick<StatusValue, 'providers' | 'connections'>,
): readonly { readonly target: string; readonly provider: ProviderName; readonly title: string }[] {
  return status.connections.flatMap(({ provider, title }) => {
    const target = targets.find((one) => platformOf(status, one)?.provider === provider);
    return target === undefined ? [] : [{ target, provider, title }];
  });
}

/** The active tab where it is recognised, which is worth offering without being asked. */
export function offeredTab(tabs: readonly UploadTabInfo[]): UploadTabInfo | undefined {
  return tabs.find(({ active, template, targets }) => active && template && targets.length > 0);
}

/** What is wanted, or what it can only be; a missing part has to be chosen. */
export function obviousPick(
  tabs: readonly UploadTabInfo[],
  targets: readonly UploadTargetInfo[],
  wanted: Partial<UploadPick>,
): Partial<UploadPick> {
  const recognised = tabs.filter(({ template }) => template);
  const tab =
    wanted.tab === undefined
      ? (offeredTab(tabs) ?? (recognised.length === 1 ? recognised[0] : undefined))
      : tabs.find((one) => one.tab === wanted.tab);
  if (!tab) return {};
  const known = (tab.targets ?? []).flatMap((one) => targets.filter(({ target }) => target === one));
  const [first] = known;
  const clear = tab.lastSent !== undefined || known.every(({ provider }) => provider === first?.provider);
  const target = targets.find((one) => one.target === wanted.target) ?? (clear ? first : undefined);
  return { tab: tab.tab, ...(target ? { target: target.target } : {}) };
}

/** All targets that must go along with one, and along with those. */
export function companionsOf(
  target: UploadTargetInfo,
  targets: readonly UploadTargetInfo[],
): readonly string[] {
  const found: string[] = [];
  const gather = (needs: readonly string[]): void => {
    for (const need of needs) {
      if (need === target.target || found.includes(need)) continue;
      found.push(need);
      gather(targets.find((one) => one.target === need)?.needs ?? []);
    }
  };
  gather(target.needs);
  return found;
}
