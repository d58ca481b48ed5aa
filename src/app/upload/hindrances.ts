/** What stands against sending a package, in words. */
import { AppError } from '../../core/errors';
import type { UploadPackage } from '../../core/upload/package';
import type { Problem } from '../../core/upload/problem';
import type { UploadTarget } from '../../core/upload/target';
import type { Ports } from '../../ports';
import type { ProviderDefinition } from '../../providers/definition';
import { isConnected } from '../account';
import type { UploadOptions } from './contract';
import type { FoundTarget } from './targets';

/** Errors that nobody has chosen to leave out; those of the whole upload cannot be. */
export function blocking({ problems }: UploadPackage, { leaveOut }: UploadOptions): readonly Problem[] {
  return problems.filter(
    ({ severity, row }) => severity === 'error' && (row === undefined || leaveOut !== true),
  );
}

/** A sentence for each thing; [] where it can be sent. */
export function hindrancesOf(
  ports: Ports,
  { provider, target, uploads }: FoundTarget,
  options: UploadOptions,
  pack: UploadPackage,
): readonly string[] {
  const stops = blocking(pack, options);
  const whole = stops.filter(({ row }) => row === undefined);
  const rows = rowsOf(stops);
  return [
    ...whole.map(({ message, remedy }) => `${message} ${remedy}`),
    ...(rows > 0 ? [`${rowWords(rows)} must be mended, or left out, before this can be sent.`] : []),
    ...(lacksPlace(target, options)
      ? [`Nobody has chosen which ${uploads.places.singular} of ${provider.title} this goes to.`]
      : []),
    ...(isConnected(ports, provider) ? [] : [`You are not connected to ${provider.title} yet.`]),
  ];
}

/** UPLOAD_PROBLEMS, with the first of them in its words. */
export function problemsOf(tab: string, stops: readonly Problem[]): AppError {
  const [first] = stops;
  const rows = rowsOf(stops);
  const where = { tab, ...(first?.row === undefined ? {} : { row: first.row }) };
  const details = {
    tab,
    count: rows === 0 ? 'The rows' : rowWords(rows),
    first: first ? inWords(first) : '',
  };
  return new AppError('UPLOAD_PROBLEMS', details, where);
}

export function lacksPlace({ place }: UploadTarget, options: UploadOptions): boolean {
  return place !== null && (options.place ?? '') === '';
}

export function noPlace({ title, uploads }: ProviderDefinition): AppError {
  const { singular = 'place', help = '' } = uploads?.places ?? {};
  return new AppError('NO_PLACE', { place: singular, provider: title, help });
}

/** How many rows have one of these. */
function rowsOf(problems: readonly Problem[]): number {
  return new Set(problems.flatMap(({ row, tab = '' }) => (row === undefined ? [] : [`${tab} ${row}`]))).size;
}

function rowWords(rows: number): string {
  return rows === 1 ? 'One row' : `${rows.toLocaleString('en-US')} rows`;
}

function inWords({ row, column, message }: Problem): string {
  const where = [
    ...(row === undefined ? [] : [`row ${row}`]),
    ...(column === undefined ? [] : [`“${column}”`]),
  ];
  return where.length === 0 ? message : `${where.join(', ')}: ${message}`;
}
