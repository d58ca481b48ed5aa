/** Masks secrets: every text that leaves the core by an error or a log passes through here. */
import { encodeQueryPart } from './url';

/** Every form in which a known secret may turn up, longest first: one may be the beginning of another. */
let forms: readonly string[] = [];

const MASK = '••••';

/**
 * From now on this text is masked wherever it would appear, also as part of an address or of JSON. Texts under 4 characters are
 * too common to mask.
 */
export function registerSecret(secret: string): void {
  if (secret.length < 4) return;
  const more = [secret, encodeQueryPart(secret), JSON.stringify(secret).slice(1, -1)];
  forms = [...new Set([...forms, ...more])].sort((one, other) => other.length - one.length);
}

/** The same text with every known secret, and anything that looks like an Authorization value, masked. */
export function redact(text: string): string {
  let clean = text;
  for (const form of forms) clean = clean.split(form).join(MASK);
  return clean.replace(/\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]{4,}/gi, `$1 ${MASK}`);
}
