/** Numbers as decimal digits, rounded the way spreadsheets round. */
import type { LocaleFacts } from './locale';

/** Spreadsheets show no more significant digits than these. */
const SIGNIFICANT_DIGITS = 15;
const GENERAL_DIGITS = 10;

/**
 * The digits of a number without its sign, times a power of ten, with a fixed count of decimals. Halves are
 * rounded away from zero, after the noise past the fifteenth digit: 1.005 with two decimals is 1.01.
 *
 * @param shift the power of ten
 * @returns such as `12.50`; without a point where `decimals` is 0
 */
export function decimalText(value: number, shift: number, decimals: number): string {
  if (!Number.isFinite(value)) return '0';
  const [mantissa = '0', exponent = '0'] = Math.abs(value)
    .toExponential(SIGNIFICANT_DIGITS - 1)
    .split('e');
  const power = Number(exponent) - (SIGNIFICANT_DIGITS - 1) + shift + decimals;
  const scaled = timesPowerOfTen(BigInt(mantissa.replace('.', '')), power)
    .toString()
    .padStart(decimals + 1, '0');
  return decimals === 0 ? scaled : `${scaled.slice(0, -decimals)}.${scaled.slice(-decimals)}`;
}

function timesPowerOfTen(digits: bigint, power: number): bigint {
  if (power >= 0) return digits * 10n ** BigInt(power);
  if (power < -2 * SIGNIFICANT_DIGITS) return 0n;
  const divisor = 10n ** BigInt(-power);
  return (digits + divisor / 2n) / divisor;
}

/** How a number shows in a cell without a number format: up to ten significant digits, very large and small ones scientific. */
export function generalText(value: number, facts: LocaleFacts): string {
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e15) return String(value);
  if (size >= 1e15 || size < 1e-9) {
    const [mantissa = '', exponent = '0'] = value.toExponential(5).split('e');
    const sign = exponent.startsWith('-') ? '-' : '+';
    return `${localized(trimmed(mantissa), facts)}E${sign}${exponent.slice(1).padStart(2, '0')}`;
  }
  const wholeDigits = Math.max(1, Math.floor(Math.log10(size)) + 1);
  const decimals = size >= 1 ? Math.max(0, GENERAL_DIGITS - wholeDigits) : GENERAL_DIGITS;
  const digits = trimmed(decimalText(value, 0, decimals));
  return `${value < 0 && digits !== '0' ? '-' : ''}${localized(digits, facts)}`;
}

function trimmed(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}

function localized(digits: string, facts: LocaleFacts): string {
  return digits.replace('.', facts.decimal);
}
