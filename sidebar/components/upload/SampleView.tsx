/** The beginning of what would be sent: as tables to read, and exactly as it goes out. */
import type { JSX } from 'preact';
import type { UploadTargetInfo } from '../../../src/app/upload/contract';
import { sampleTables, sampleText } from '../../state/sample';
import { keyWords } from '../../words/upload';
import { Fold } from './Fold';

interface Props {
  sample: unknown;
  target: UploadTargetInfo;
}

export function SampleView({ sample, target }: Props): JSX.Element {
  const cents = target.fields.filter((field) => field.cents).map(({ key }) => key);
  const tables = sampleTables(sample, new Set(cents));
  // Only the first list has the target's fields; “name” means something else in another one.
  const label = (key: string, isMain: boolean): string =>
    (isMain ? target.fields.find((field) => field.key === key)?.label : undefined) ?? keyWords(key);
  return (
    <>
      {tables.length > 0 && (
        <Fold summary="A sample of it" open>
          {tables.map(({ name, columns, rows }, table) => (
            // It may be wider than the sidebar: then it is scrolled, with the keyboard too.
            <div key={name} class="sample" role="region" aria-label={`Sample ${name}`} tabIndex={0}>
              <table>
                {name !== '' && <caption>{keyWords(name)}</caption>}
                <thead>
                  <tr>
                    {columns.map((column) => (
                      <th key={column} scope="col">
                        {label(column, table === 0)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((cells, place) => (
                    <tr key={place}>
                      {cells.map((cell, column) => (
                        <td key={column}>{cell}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          ))}
        </Fold>
      )}
      <Fold summary="Exactly as it is sent" open={tables.length === 0}>
        <pre class="exact" tabIndex={0} role="region" aria-label="Exactly as it is sent">
          {sampleText(sample)}
        </pre>
      </Fold>
    </>
  );
}
