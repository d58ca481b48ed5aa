/** The fields that the findings about single sign-on can be written into, and which of them suits best. */
import type { FieldInfo } from '../../src/app/contract';

/** What a finding can be. */
export const FINDINGS = ['Yes', 'No', 'Not Supported', 'Not Known'] as const;

/** What the field is called that can be made for them. */
export const NEW_FIELD = 'SSO';

export interface SsoField {
  readonly key: string;
  readonly label: string;
  /** Findings that it has no choice for. */
  readonly lacks: readonly string[];
  /** True where the platform does not tell which choices it has. */
  readonly untold?: true;
}

export interface SsoFields {
  readonly fields: readonly SsoField[];
  /** Whether a new one can be made beside them. */
  readonly canMake: boolean;
  /** Key of the field that suits best; null for a new one, or for none. */
  readonly best: string | null;
}

type Candidate = Pick<FieldInfo, 'key' | 'label' | 'type' | 'writable' | 'custom' | 'options'>;

/**
 * Only the organisation's own fields, and only such with the choices Yes and No: others hold something else. A platform that
 * lets nobody make fields tells no choices either; there, fields with choices look like texts, and their names have to do.
 * @param makes whether the platform lets fields be made
 */
export function ssoFields(offered: readonly Candidate[], makes: boolean): SsoFields {
  const own = offered.filter(({ custom, writable }) => custom && writable);
  const told = own
    .filter(({ type }) => type === 'option')
    .map(({ key, label, options = [] }): SsoField => ({ key, label, lacks: lacking(options) }))
    .filter(({ lacks }) => !lacks.includes('Yes') && !lacks.includes('No'));
  const untold = own
    .filter(({ type, label }) => !makes && type === 'text' && isNamedSo(label))
    .map(({ key, label }): SsoField => ({ key, label, lacks: [], untold: true }));
  const fields = [...told, ...untold];
  const named = fields.filter(({ label }) => isNamedSo(label));
  const [best] = [...named].sort((one, other) => one.lacks.length - other.lacks.length);
  const canMake = makes && !offered.some(({ label }) => label.trim().toLowerCase() === 'sso');
  return { fields, canMake, best: best?.key ?? (canMake ? null : (fields[0]?.key ?? null)) };
}

function isNamedSo(label: string): boolean {
  return /\bsso\b|single[\s-]?sign/i.test(label);
}

function lacking(options: NonNullable<Candidate['options']>): readonly string[] {
  const labels = new Set(options.map(({ label }) => label.trim().toLowerCase()));
  return FINDINGS.filter((finding) => !labels.has(finding.toLowerCase()));
}
