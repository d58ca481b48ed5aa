/** Several texts in one cell. */

/** Split at commas, semicolons and line breaks; trimmed, each once, without empty ones. */
export function splitList(text: string): readonly string[] {
  if (!/[,;\n]/.test(text)) return text.trim() === '' ? [] : [text.trim()];
  const items = text.split(/[,;\n]/).map((item) => item.trim());
  return [...new Set(items.filter((item) => item !== ''))];
}
