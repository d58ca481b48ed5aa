/** What a finished pull brought, and what a person should know about it. */
import type { JSX } from 'preact';
import type { PullResult } from '../../src/app/contract';
import { outcomeWords, resultWords } from '../words/job';
import { editWords } from '../words/tab';
import { Notice } from './Notice';

interface Props {
  result: PullResult;
  unit: string;
  /** Whether the tab shows a selection of the records. */
  filtered: boolean;
  onClose: () => void;
}

export function ResultNotice({ result, unit, filtered, onClose }: Props): JSX.Element {
  const edits = editWords(result);
  return (
    <Notice tone="good" onClose={onClose}>
      <p class="what">{resultWords(result, unit, filtered)}</p>
      {outcomeWords(result).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {edits.length > 0 && <p>Kept as you left them: {edits.join(', ')}.</p>}
      {result.remarks.length > 0 && (
        <details open={result.remarks.length <= 2}>
          <summary>{result.remarks.length === 1 ? 'One remark' : `${result.remarks.length} remarks`}</summary>
          <ul>
            {result.remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </details>
      )}
    </Notice>
  );
}
