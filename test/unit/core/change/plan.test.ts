import fc from 'fast-check';
import type { Change, ChangeName } from '../../../../src/core/change/change';
import { chosen, countChanges, isIntact, type Plan, seal } from '../../../../src/core/change/plan';

const common = { row: 2, name: 'Slack', label: 'Label', from: '', to: 'x' };

const anyChange = fc.record<Change>({
  row: fc.nat(),
  id: fc.constantFrom('1', '2', '3', 'row 9'),
  name: fc.string(),
  action: fc.constantFrom('update', 'create', 'delete'),
  field: fc.constantFrom('', 'name', 'app', 'note'),
  label: fc.string(),
  from: fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()),
  to: fc.oneof(fc.string(), fc.integer(), fc.boolean()),
  kind: fc.constantFrom('change', 'conflict', 'same', 'problem'),
});

const changes = fc.array(anyChange, { maxLength: 12 });
const names = fc.array(
  fc.record<ChangeName>({
    id: fc.constantFrom('1', '2', 'row 9', 'unheard of'),
    field: fc.constantFrom('', 'name', 'app'),
  }),
);

function draft(own: readonly Change[]): Omit<Plan, 'id'> {
  return {
    purpose: 'push',
    madeAt: 5,
    madeBy: 'ada@example.com',
    file: 'file',
    tab: { id: 7, name: 'Contracts' },
    provider: 'torii',
    resource: 'contracts',
    isLive: true,
    visibleRowsOnly: false,
    basis: { settings: '[]', organisation: 'Acme' },
    changes: own,
  };
}

describe('a sealed plan', () => {
  it('is intact after a detour through JSON, in whatever order its parts come back', () => {
    fc.assert(
      fc.property(changes, (own) => {
        const plan = seal(draft(own), 'stamp');
        expect(plan.id).toMatch(/^stamp-[0-9a-z]+$/);
        const { changes: kept, ...head } = JSON.parse(JSON.stringify(plan)) as Plan;
        const turned = Object.fromEntries(
          Object.entries({ changes: kept, ...head }).reverse(),
        ) as unknown as Plan;
        expect(isIntact(turned)).toBe(true);
      }),
    );
  });

  it('is not once anything in it is another', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { minLength: 1 }), fc.nat(), anyChange, (own, at, other) => {
        const plan = seal(draft(own), 'stamp');
        const place = at % own.length;
        const spoiled = own.map((change, index) => (index === place ? other : change));
        const isSame = JSON.stringify(spoiled) === JSON.stringify(own);
        expect(isIntact({ ...plan, changes: spoiled })).toBe(isSame);
        expect(isIntact({ ...plan, changes: own.slice(1) })).toBe(false);
        expect(isIntact({ ...plan, isLive: false })).toBe(false);
      }),
    );
  });
});

describe('what is sent of a plan', () => {
  const ofKind = (
    id: string,
    field: string,
    kind: Change['kind'],
    action: Change['action'] = 'update',
  ): Change => ({
    ...common,
    id,
    field,
    kind,
    action,
  });
  const own = [
    ofKind('1', 'name', 'change'),
    ofKind('1', 'note', 'conflict'),
    ofKind('2', 'name', 'problem'),
    ofKind('2', 'note', 'change'),
    ofKind('3', '', 'change', 'delete'),
    ofKind('4', 'note', 'same'),
    ofKind('row 9', 'name', 'change', 'create'),
    ofKind('row 9', 'note', 'change', 'create'),
    ofKind('row 10', 'name', 'change', 'create'),
    ofKind('row 10', 'app', 'problem', 'create'),
    ofKind('row 11', 'name', 'change', 'create'),
    ofKind('row 11', 'note', 'problem', 'create'),
  ];
  const sent = (exclude: ChangeName[], overwrite: ChangeName[], required?: string[]): string[] =>
    chosen({ changes: own, ...(required ? { required } : {}) }, exclude, overwrite).map(
      ({ id, field }) => `${id} ${field}`,
    );
  const required = ['name', 'app'];

  it('are its changes, and of new records only whole ones', () => {
    const all = ['1 name', '2 note', '3 ', 'row 9 name', 'row 9 note'];
    expect(sent([], [], required)).toEqual([...all, 'row 11 name']);
    expect(sent([], [])).toEqual(all);
  });

  it('are not those that a person took out, and the conflicts that they chose', () => {
    const overwrite = [
      { id: '1', field: 'note' },
      { id: '4', field: 'note' },
      { id: '2', field: 'name' },
    ];
    const exclude = [
      { id: '1', field: 'name' },
      { id: '3', field: '' },
      { id: 'x', field: '' },
    ];
    expect(sent(exclude, overwrite, required)).toEqual([
      '1 note',
      '2 note',
      'row 9 name',
      'row 9 note',
      'row 11 name',
    ]);
    const whole = [
      { id: '2', field: '' },
      { id: 'row 9', field: 'name' },
      { id: 'row 11', field: '' },
    ];
    expect(sent(whole, [], required)).toEqual(['1 name', '3 ']);
    expect(sent([{ id: 'row 9', field: 'note' }], [], required)).toContain('row 9 name');
  });

  it('is counted by what goes as things stand', () => {
    expect(countChanges(own, required)).toEqual({
      rows: 5,
      cells: 7,
      conflicts: 1,
      problems: 3,
      same: 1,
      created: 2,
      deleted: 1,
    });
    expect(countChanges([])).toMatchObject({ rows: 0, cells: 0 });
  });

  it('is never a problem, never the same, and never what was not chosen', () => {
    fc.assert(
      fc.property(
        changes,
        names,
        names,
        fc.option(fc.constant(required)),
        (own, exclude, overwrite, needed) => {
          const plan = { changes: own, ...(needed ? { required: needed } : {}) };
          const taken = chosen(plan, exclude, overwrite);
          for (const change of taken) {
            expect(['change', 'conflict']).toContain(change.kind);
            expect(own).toContain(change);
            const isNamed = (list: readonly ChangeName[]): boolean =>
              list.some(({ id, field }) => id === change.id && (field === '' || field === change.field));
            expect(isNamed(exclude)).toBe(false);
            if (change.kind === 'conflict') expect(isNamed(overwrite)).toBe(true);
          }
        },
      ),
    );
  });
});
