import { RecordIndex } from '../../../../local/servers/records/record-index';

const index = () => new RecordIndex<{ id: number }, number>(({ id }) => id);

describe('RecordIndex', () => {
  it('finds what comes, goes and moves in a live list', () => {
    const list = [{ id: 1 }, { id: 2 }, { id: 3 }];
    const records = index();
    expect([records.find(list, 2), records.find(list, 4)]).toEqual([{ id: 2 }, undefined]);
    list.push({ id: 4 });
    list.reverse();
    expect([records.find(list, 4), records.find(list, 1)]).toEqual([{ id: 4 }, { id: 1 }]);
    list.shift();
    expect(records.find(list, 4)).toBeUndefined();
  });

  it('finds a record that came in the place of another, when it was missed before', () => {
    const list = [{ id: 1 }, { id: 2 }];
    const records = index();
    expect(records.find(list, 3)).toBeUndefined();
    list.splice(0, 1);
    list.push({ id: 3 });
    expect(records.find(list, 3)).toEqual({ id: 3 });
  });

  it('starts anew for another list', () => {
    const records = index();
    records.find([{ id: 1 }], 1);
    expect(records.find([{ id: 2 }], 2)).toEqual({ id: 2 });
  });
});
