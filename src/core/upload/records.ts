/** Records as a list of objects, cut into pages: https://help.zluri.com/reference/uploadincrementaldata */
import { byteLength } from './byte-length';
import type { UploadFile, UploadValue } from './package';
import { type Packed, SAMPLE } from './packed';
import { isFilled, type RowRecord } from './record';
import type { PackageShape, UploadTarget } from './target';

type ListShape = Extract<PackageShape, { kind: 'records' }>;

/** One request takes 50 MB, and several go out together. https://developers.google.com/apps-script/guides/services/quotas */
const MOST_CHARACTERS = 5_000_000;

/** A page ends where it is full: with `pageSize` records, or with fewer very long ones. */
export function packRecords(
  target: UploadTarget,
  { entity, pageSize }: ListShape,
  records: readonly RowRecord[],
): Packed {
  const objectOf = objects(target);
  const files: UploadFile[] = [];
  let start = 0;
  while (start < records.length) {
    const texts: string[] = [];
    let characters = 0;
    for (const record of records.slice(start, start + pageSize)) {
      const text = JSON.stringify(objectOf(record));
      characters += text.length;
      if (texts.length > 0 && characters > MOST_CHARACTERS) break;
      texts.push(text);
    }
    const onPage = records.slice(start, start + texts.length);
    start += texts.length;
    const text = `[${texts.join(',')}]`;
    const page = files.length + 1;
    files.push({
      target: target.target,
      entity,
      page,
      name: `${entity}-${page}.json`,
      contentType: 'application/json',
      text,
      bytes: byteLength(text),
      rows: onPage.map(({ rows }) => rows[0].row),
    });
  }
  return { files, sample: records.slice(0, SAMPLE).map(objectOf) };
}

/** How a record of this target is sent: its fields in order, without the empty ones. */
function objects({ fields }: UploadTarget): (record: RowRecord) => Record<string, UploadValue> {
  const keys = fields.filter(({ sent }) => sent !== false).map(({ key }) => key);
  return ({ values }) => {
    const object: Record<string, UploadValue> = {};
    for (const key of keys) {
      const value = values[key];
      if (isFilled(value)) object[key] = value;
    }
    return object;
  };
}
