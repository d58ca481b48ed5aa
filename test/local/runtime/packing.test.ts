import fc from 'fast-check';
import { isPlain, pack, unpack, type Holder } from '../../../local/runtime/bridge/packing';

const noServices: Holder = {
  parcel: () => undefined,
  service: () => undefined,
  enumValue: () => undefined,
};
const sent = (value: unknown) => unpack(structuredClone(pack(value, noServices)), noServices);

const scalar = fc.oneof(
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
  fc.date(),
);
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
})).value;

// Google: values are handed over as copies. https://developers.google.com/apps-script/guides/html/communication
test('everything that a script can hand to a service arrives as an equal copy', () => {
  fc.assert(
    fc.property(anything, (value) => {
      expect(sent(value)).toStrictEqual(value);
    }),
  );
});

test('a key named like the prototype stays a key', () => {
  const value = JSON.parse('{"__proto__": {"admin": true}}') as object;
  expect(Object.keys(sent(value) as object)).toEqual(['__proto__']);
  expect((sent(value) as { admin?: boolean }).admin).toBeUndefined();
});

test('functions and cycles do not travel, and do not stop the rest', () => {
  const cycle: Record<string, unknown> = { name: 'a', call: () => 1 };
  cycle.self = cycle;
  expect(sent(cycle)).toEqual({ name: 'a', call: undefined, self: undefined });
});

test('bytes arrive as signed numbers, as Apps Script has them', () => {
  expect(sent(new Uint8Array([0, 127, 128, 255]))).toEqual([0, 127, -128, -1]);
});

// Google: number, boolean, string, null, and objects and arrays of these.
// https://developers.google.com/apps-script/guides/html/communication
test('a date or a function anywhere makes a value illegal for the sidebar', () => {
  expect(isPlain(pack({ rows: [[1, 'a', true, null]] }, noServices))).toBe(true);
  expect(isPlain(pack({ rows: [{ at: new Date(0) }] }, noServices))).toBe(false);
  expect(isPlain(pack([() => 1], noServices))).toBe(false);
});
