/** What can be uploaded, with the fields that each platform takes by now. */
import { AppError } from '../../core/errors';
import type { UploadField, UploadTarget } from '../../core/upload/target';
import type { UploadTemplate } from '../../core/upload/template';
import type { Ports } from '../../ports';
import { PROVIDERS } from '../../providers/catalogue';
import type { ProviderDefinition } from '../../providers/definition';
import { TEMPLATES } from '../../providers/templates/catalogue';
import type { Uploads } from '../../providers/uploading';
import { isConnected } from '../account';
import type { UploadFieldInfo, UploadTargetInfo, UploadTemplateInfo } from './contract';
import { readSchemas } from './schemas';

export interface FoundTarget {
  readonly provider: ProviderDefinition;
  readonly uploads: Uploads;
  readonly target: UploadTarget;
  /** Whether its fields are those that we know, where the platform could not be asked for its own. */
  readonly isGuessed: boolean;
}

/** With the fields that the platform tells. Throws UNKNOWN_TARGET. */
export function findTarget(ports: Ports, target: string): FoundTarget {
  const found = knownTarget(target);
  const { fields, isGuessed } = readSchemas(ports, found.provider);
  return { ...found, target: withFields(found.target, fields), isGuessed };
}

/** As it is defined here, without asking anybody. Throws UNKNOWN_TARGET. */
export function targetOf(target: string): UploadTarget {
  return knownTarget(target).target;
}

/** Throws UNKNOWN_TARGET. */
export function providerOfTarget(target: string): ProviderDefinition {
  return knownTarget(target).provider;
}

/** With its platform. Throws UNKNOWN_TARGET. */
export function knownTarget(target: string): Omit<FoundTarget, 'isGuessed'> {
  for (const provider of PROVIDERS) {
    const found = provider.uploads?.targets.find((each) => each.target === target);
    if (found && provider.uploads) return { provider, uploads: provider.uploads, target: found };
  }
  const known = PROVIDERS.flatMap(({ uploads }) => uploads?.targets ?? []).map((each) => each.target);
  throw new AppError('UNKNOWN_TARGET', { target, known: known.join(', ') });
}

/** Those of the platforms that this person is connected to come first. */
export function uploadTargets(ports: Ports): readonly UploadTargetInfo[] {
  const connected = PROVIDERS.filter((provider) => isConnected(ports, provider));
  const all = new Set([...connected, ...PROVIDERS]);
  return [...all].flatMap((provider) => {
    const { uploads } = provider;
    if (!uploads) return [];
    const { fields } = readSchemas(ports, provider);
    return uploads.targets.map((target) => viewTarget(provider, uploads, withFields(target, fields)));
  });
}

/** Templates that make sense for a target; the blank one fits any. */
export function templatesFor(target: string): readonly UploadTemplate[] {
  return TEMPLATES.filter(({ targets }) => targets.length === 0 || targets.includes(target));
}

export function viewTemplate({ template, title, description, app }: UploadTemplate): UploadTemplateInfo {
  return { template, title, description, ...(app === undefined ? {} : { app }) };
}

function viewTarget(
  { provider }: ProviderDefinition,
  { places }: Uploads,
  target: UploadTarget,
): UploadTargetInfo {
  const { title, description, plural, missing, needs } = target;
  const { singular, help } = places;
  return {
    target: target.target,
    provider,
    title,
    description,
    plural,
    fields: target.fields.map(viewField),
    missing,
    needs,
    ...(target.place === null ? {} : { place: { singular, help } }),
    templates: templatesFor(target.target).map(viewTemplate),
  };
}

function viewField({
  key,
  label,
  type,
  required,
  help,
  choices,
  several,
  cents,
}: UploadField): UploadFieldInfo {
  return {
    key,
    label,
    type,
    required,
    help,
    ...(choices ? { choices } : {}),
    ...(several ? { several } : {}),
    ...(cents ? { cents } : {}),
  };
}

function withFields(
  target: UploadTarget,
  told: Readonly<Record<string, readonly UploadField[]>>,
): UploadTarget {
  const fields = told[target.target];
  return fields ? { ...target, fields } : target;
}
