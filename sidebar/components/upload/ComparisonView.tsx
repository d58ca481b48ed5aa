/** What the platform has by now, against what was sent. */
import type { JSX } from 'preact';
import type { UploadComparison } from '../../../src/app/upload/contract';
import { namesWords } from '../../words/upload';
import { Notice } from '../Notice';

interface Props {
  comparison: UploadComparison;
  onClose: () => void;
}

export function ComparisonView({ comparison, onClose }: Props): JSX.Element {
  const { words, missing, missingCount, more, moreCount } = comparison;
  return (
    <Notice tone={missingCount === 0 ? 'good' : 'warning'} onClose={onClose}>
      <p class="what">{words}</p>
      {missingCount > 0 && <p>Not there: {namesWords(missing, missingCount)}.</p>}
      {moreCount > 0 && <p>There, but not sent: {namesWords(more, moreCount)}.</p>}
    </Notice>
  );
}
