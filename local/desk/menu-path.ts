/** Finds a menu item by the labels on the way to it. */
import type { MenuNode } from '../runtime/host';

function descend(nodes: readonly MenuNode[], path: readonly string[]): MenuNode | undefined {
  const [label, ...rest] = path;
  const node = nodes.find((each) => each.label === label && each.separator !== true);
  return node === undefined || rest.length === 0 ? node : descend(node.children ?? [], rest);
}

/** Every item's way, as a person reads it. */
function ways(nodes: readonly MenuNode[], above = ''): string[] {
  return nodes
    .filter(({ separator }) => separator !== true)
    .flatMap(({ label, children }) =>
      children === undefined ? [above + label] : ways(children, `${above}${label} > `),
    );
}

/**
 * The function of a menu item. Labels match exactly; the name of the menu itself may be left out.
 * @throws Error that lists the items there are
 */
export function itemFunction(menus: readonly MenuNode[], path: readonly string[]): string {
  const inside = menus.flatMap(({ children }) => children ?? []);
  const fn = (descend(menus, path) ?? descend(inside, path))?.fn;
  if (fn !== undefined) return fn;
  const known = ways(menus).join('; ');
  throw new Error(
    `There is no menu item “${path.join(' > ')}”. There is: ${known === '' ? 'no menu' : known}.`,
  );
}
