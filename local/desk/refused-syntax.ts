/** Finds syntax that Node takes and Apps Script refuses. https://developers.google.com/apps-script/guides/v8-runtime */
import type { Node } from 'typescript';

/** Private names, static fields and static blocks, as far as a text without grammar can tell them. */
const SUSPECT = /[.{};\s(]#[\p{L}$_]|\bstatic\s+[\w$]+\s*[=;}]|\bstatic\s*[[{]/u;

/** What the script's first such place is refused with; null for a script without one. */
export async function refusedSyntax(code: string): Promise<string | null> {
  if (!SUSPECT.test(code)) return null;
  // Loaded only on suspicion: it takes longer to load than most scripts to run.
  const { default: ts } = await import('typescript');
  const file = ts.createSourceFile('Code.js', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const isRefused = (node: Node): boolean =>
    ts.isPrivateIdentifier(node) ||
    ts.isClassStaticBlockDeclaration(node) ||
    (ts.isPropertyDeclaration(node) &&
      node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword) === true);
  const find = (node: Node): Node | undefined => (isRefused(node) ? node : ts.forEachChild(node, find));
  const found = find(file);
  if (found === undefined) return null;
  const line = file.getLineAndCharacterOfPosition(found.getStart()).line + 1;
  return `Unexpected token: Apps Script knows neither #private names nor static fields (line ${String(line)})`;
}
