/** What happens to a tab, to the platform and to pushes between them, as data that a failing case prints. */
import fc from 'fast-check';

const DEEDS = [
  ...['edits', 'edits', 'edits', 'adds a row'],
  ...['changes there', 'changes there', 'removes there', 'adds there'],
  ...[
    'refreshes',
    'previews',
    'previews',
    'applies',
    'applies',
    'applies with all conflicts',
    'applies a part',
  ],
  ...[
    'is killed while applying',
    'is stopped while applying',
    'is overtaken while applying',
    'undoes',
    'lets time pass',
    'sorts',
  ],
] as const;

/** One deed; the numbers choose among what is there at that moment. */
export interface Deed {
  readonly deed: (typeof DEEDS)[number];
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

const deed: fc.Arbitrary<Deed> = fc.record({
  deed: fc.constantFrom(...DEEDS),
  a: fc.nat(60),
  b: fc.nat(60),
  c: fc.nat(60),
});

export const deeds = fc.array(deed, { minLength: 4, maxLength: 16 });
