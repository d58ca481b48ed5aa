/** Finds the route of a request by method and path template. */

/** A path template such as `/apps/{idApp}/users`, and what it leads to. */
export interface Route<H> {
  readonly method: string;
  readonly path: string;
  readonly handler: H;
}

export interface Found<H> {
  readonly route: Route<H>;
  /** Values of the template's `{names}`. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** Literal parts win over `{names}`: `/apps/fields` is not the app "fields". */
export function findRoute<H>(
  routes: readonly Route<H>[],
  method: string,
  path: string,
): Found<H> | undefined {
  let best: (Found<H> & { literals: number }) | undefined;
  for (const route of routes) {
    if (route.method !== method) continue;
    const match = matchTemplate(route.path, path);
    if (match !== undefined && (best === undefined || match.literals > best.literals))
      best = { route, ...match };
  }
  return best;
}

function matchTemplate(template: string, path: string) {
  const wanted = template.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const parameters: Record<string, string> = {};
  let literals = 0;
  for (const [i, part] of wanted.entries()) {
    const value = given[i] ?? '';
    if (part.startsWith('{')) parameters[part.slice(1, -1)] = decodePart(value);
    else if (part === value) literals += 1;
    else return undefined;
  }
  return { parameters, literals };
}

function decodePart(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
