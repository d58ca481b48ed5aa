/** The part of checkProvider that looks at how records are written, and how they are read one by one. */
import type { Evidence, FieldDefinition, ResourceDefinition } from './definition';
import { namesInPath } from './record-key';
import type { CreateCall, Writes } from './writes';

/** Every problem in plain words. */
export function checkWriting(resource: ResourceDefinition): string[] {
  const { writes, fields, listing, fieldsInRecords } = resource;
  const ownWritable =
    fieldsInRecords?.writable ??
    (listing?.writable ? Object.values(listing.types).filter(({ writable }) => writable) : []);
  const isWritable = ownWritable.length > 0 || fields.some(({ writable }) => writable);
  if (!writes) return isWritable ? ['it has writable fields and nothing that writes them'] : [];
  return [
    ...checkPaths(resource, writes),
    ...(isWritable && !writes.update ? ['it has writable fields and nothing that changes them'] : []),
    ...(!isWritable && writes.update ? ['it can be changed and has no writable fields'] : []),
    ...(ownWritable.length > 0 && fieldsInRecords && !writes.own
      ? ['nothing says where the values of learned fields go']
      : []),
    ...fields.flatMap((field) => checkForm(field, writes).map((problem) => `${field.key}: ${problem}`)),
    ...(writes.create ? checkCreate(resource, writes.create) : []),
  ];
}

/** Each piece of evidence, by what it is for. */
export function evidenceOf(writes: Writes | undefined): [string, Evidence][] {
  const { one, update, create, remove, clearing } = writes ?? {};
  const calls = { 'single read': one, update, creation: create, removal: remove, clearing };
  return Object.entries(calls).flatMap(([what, call]): [string, Evidence][] =>
    call ? [[what, call.evidence]] : [],
  );
}

/** What is read alone is known by its key; what is written was read before. */
function checkPaths(resource: ResourceDefinition, { one, update, create, remove }: Writes): string[] {
  const { key, keyFrom, fields } = resource;
  const fromKey = keyFrom?.fields ?? [key];
  const fromRecord = [...fromKey, ...fields.map((field) => field.key)];
  const places: [string, string | undefined, readonly string[]][] = [
    ['single read', one?.path, fromKey],
    ['update', update?.path, fromRecord],
    ['removal', remove?.path, fromRecord],
    ['creation', create?.path, [...(create?.required ?? []), ...(create?.below ? [create.below.key] : [])]],
  ];
  return places.flatMap(([what, path, filling]) => {
    if (path === undefined) return [];
    const gaps = namesInPath(path).filter((name) => !filling.includes(name));
    return [
      ...(path.startsWith('/') ? [] : [`the path of its ${what} does not start with “/”`]),
      ...gaps.map((name) => `nothing fills “{${name}}” in the path of its ${what}`),
    ];
  });
}

function checkForm({ key, writable, written, caution }: FieldDefinition, writes: Writes): string[] {
  const accepted = writes.create?.accepted.includes(key) ?? false;
  const problems: string[] = [];
  if (written && !writable && !accepted) problems.push('it says how it is written, and nobody writes it');
  if (written?.as === 'unsent' && writable) problems.push('it is writable and never sent');
  if (caution && !caution.question.includes('{count}')) problems.push('its question does not say how many');
  return problems;
}

function checkCreate({ fields }: ResourceDefinition, create: CreateCall): string[] {
  const { required, accepted, unique = [], below } = create;
  const known = new Set(fields.map(({ key }) => key));
  const named = [...required, ...unique, ...(below ? [below.key, below.name] : [])];
  return [
    ...accepted.filter((key) => !known.has(key)).map((key) => `a new one takes “${key}”, which is no field`),
    ...[...new Set(named)]
      .filter((key) => !accepted.includes(key))
      .map((key) => `a new one needs “${key}” and does not take it`),
    ...(required.length === 0 ? ['a new one needs nothing, so that any row would become one'] : []),
  ];
}
