/** The words of a tab that stand for something: which choice they mean, and what their licences cost. */
import type { JSX } from 'preact';
import type { UploadFieldInfo, UploadMappingInfo, UploadTargetInfo } from '../../../src/app/upload/contract';
import { becomesOf, columnsOf, withWord, type UploadDraft } from '../../state/upload-draft';
import { countOf } from '../../words/count';
import { wordsFoundWords } from '../../words/upload';
import { Fold } from './Fold';
import { LicenceTerms } from './LicenceTerms';

interface Props {
  info: UploadMappingInfo;
  target: UploadTargetInfo;
  draft: UploadDraft;
  /** Words that mean nothing yet. */
  unknown: number;
  onChange: (draft: UploadDraft) => void;
}

export function WordChoices({ info, target, draft, unknown, onChange }: Props): JSX.Element | null {
  const fields = target.fields.filter(
    ({ key }) => (info.words[key] ?? []).length > 0 && columnsOf(draft, key).length > 0,
  );
  if (fields.length === 0) return null;
  const count = fields.reduce((sum, { key }) => sum + (info.words[key] ?? []).length, 0);
  return (
    <Fold summary={wordsFoundWords(count, unknown)} open={unknown > 0}>
      {fields.map((field) => {
        const words = info.words[field.key] ?? [];
        return field.choices ? (
          <Meanings key={field.key} field={field} words={words} draft={draft} onChange={onChange} />
        ) : (
          <LicenceTerms
            key={field.key}
            field={field}
            words={words}
            target={target}
            draft={draft}
            onChange={onChange}
          />
        );
      })}
    </Fold>
  );
}

interface MeaningsProps {
  field: UploadFieldInfo;
  words: UploadMappingInfo['words'][string];
  draft: UploadDraft;
  onChange: (draft: UploadDraft) => void;
}

function Meanings({ field, words, draft, onChange }: MeaningsProps): JSX.Element {
  return (
    <table class="words">
      <caption>{field.label}</caption>
      <thead>
        <tr>
          <th scope="col">In the tab</th>
          <th scope="col">Means</th>
        </tr>
      </thead>
      <tbody>
        {words.map((one) => {
          const becomes = becomesOf(draft, field.key, one);
          return (
            <tr key={one.word}>
              <th scope="row">
                {one.word} <span class="hint">· {countOf(one.rows, 'rows')}</span>
              </th>
              <td>
                <select
                  class="box"
                  aria-label={`${field.label}: ${one.word} means`}
                  aria-invalid={becomes === null}
                  value={becomes ?? ''}
                  onChange={(event) =>
                    onChange(withWord(draft, field.key, one.word, event.currentTarget.value))
                  }
                >
                  {!becomes && <option value="">{becomes === null ? 'Choose …' : 'Nothing'}</option>}
                  {field.choices?.map(({ value }) => (
                    <option key={value} value={value}>
                      {value}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
