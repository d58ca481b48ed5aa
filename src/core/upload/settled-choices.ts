/** Choices with what a template adds to them. */
import type { UploadChoices } from './choices';
import type { UploadTarget } from './target';
import type { LicenceRule, UploadTemplate } from './template';

/** By key of the field, as choices have it; what a person chose goes before what the template says. */
export function settledChoices(
  choices: UploadChoices,
  target: UploadTarget,
  template: UploadTemplate | null,
): UploadChoices {
  if (!template) return choices;
  const values: Record<string, Readonly<Record<string, string>>> = { ...choices.values };
  const constants: Record<string, string> = {};
  for (const { key, meaning } of target.fields) {
    const told = template.values[meaning];
    if (told) values[key] = { ...told, ...values[key] };
    const constant = template.constants[meaning];
    if (constant !== undefined) constants[key] = constant;
  }
  const licenceRule = choices.licenceRule ?? withChosenNames(template.licences, choices, target);
  return {
    ...choices,
    template: template.template,
    values,
    constants: { ...constants, ...choices.constants },
    ...(licenceRule ? { licenceRule } : {}),
  };
}

/** A name that a person gave a licence is one of its names: it is none for the fallback. */
function withChosenNames(
  rule: LicenceRule | undefined,
  { values }: UploadChoices,
  { fields }: UploadTarget,
): LicenceRule | undefined {
  const key = fields.find(({ meaning }) => meaning === 'licences')?.key ?? '';
  const chosen = Object.values(values?.[key] ?? {});
  return rule && chosen.length > 0
    ? { ...rule, names: { ...rule.names, ...Object.fromEntries(chosen.map((name) => [name, name])) } }
    : rule;
}
