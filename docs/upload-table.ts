/** docs/upload-fields.md: what can be uploaded, field by field, and which exports are recognised. */
import type { UploadField, UploadTarget } from '../src/core/upload/target';
import type { UploadTemplate } from '../src/core/upload/template';
import { PROVIDERS } from '../src/providers/catalogue';
import { TEMPLATES } from '../src/providers/templates/catalogue';

const MISSING: Readonly<Record<UploadTarget['missing'], string>> = {
  gone: 'What an upload leaves out counts as gone there.',
  stays: 'An upload only adds to what is there; what was sent before is left out by itself.',
  unknown: 'Nobody says what becomes of somebody whom an upload leaves out; the check says who is gone.',
};

/** Confidence marks of the evidence, as the other pages have them. */
const MARKS = {
  D: 'documented',
  C: 'confirmed in a second place',
  I: 'inferred',
} as const;

const SEVERAL: Readonly<Record<NonNullable<UploadField['several']>, string>> = {
  newest: 'the newest of several columns',
  all: 'all of several columns',
  first: 'the first of several columns that is not empty',
};

export function uploadTable(): string {
  return [
    '# What can be uploaded',
    '',
    'Every list and file that a tab can become, with the fields it may have, and the exports that are recognised.',
    '[How an upload goes](uploads.md) is said for people. This page is written by `npm run docs` from the definitions.',
    '',
    `How sure a fact is: ${Object.entries(MARKS)
      .map(([mark, words]) => `${mark} ${words}`)
      .join(', ')}.`,
    '',
    ...PROVIDERS.flatMap(({ title, uploads }) =>
      (uploads?.targets ?? []).flatMap((target) => targetSection(title, target)),
    ),
    '## Exports that are recognised',
    '',
    'Case, spaces and punctuation of headers do not count, nor does the order of the columns.',
    '',
    ...TEMPLATES.filter(({ signature }) => signature.length > 0).flatMap(templateSection),
  ].join('\n');
}

function targetSection(platform: string, target: UploadTarget): string[] {
  const { title, description, missing, needs, fields, evidence } = target;
  const along = needs.map((need) => `\`${need}\``).join(' and ');
  return [
    `## ${platform}: ${title}`,
    '',
    `\`${target.target}\`: ${description} ${MISSING[missing]}${along === '' ? '' : ` Needs ${along} in the same upload.`}`,
    `Source (${evidence.mark}): <${evidence.source}>`,
    '',
    '| Field | Key | Type | Needed | Sure | Meaning |',
    '|---|---|---|---|---|---|',
    ...fields.map(fieldLine),
    '',
  ];
}

function fieldLine({ label, key, type, required, help, choices, several, evidence }: UploadField): string {
  const words = [
    help,
    ...(choices ? [`One of ${choices.map(({ value }) => value).join(', ')}.`] : []),
    ...(several ? [`Takes ${SEVERAL[several]}.`] : []),
  ];
  const cells = [label, `\`${key}\``, type, required ? 'yes' : 'no', evidence.mark, words.join(' ')];
  return `| ${cells.map((cell) => cell.replace(/\|/g, '\\|').replace(/\s+/g, ' ').trim()).join(' | ')} |`;
}

function templateSection({
  template,
  title,
  description,
  signature,
  targets,
  source,
}: UploadTemplate): string[] {
  const headers = signature.map((group) => `one of ${group.map((header) => `“${header}”`).join(', ')}`);
  return [
    `### ${title}`,
    '',
    `\`${template}\`: ${description}`,
    '',
    `- For ${targets.map((target) => `\`${target}\``).join(', ')}.`,
    ...headers.map((words) => `- Recognised by ${words}.`),
    `- Source: ${source}`,
    '',
  ];
}
