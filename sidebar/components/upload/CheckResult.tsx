/** What a check found: totals, problems by kind, a sample of what would be sent, and the way to send exactly that. */
import type { JSX } from 'preact';
import type { UploadCheckInfo, UploadTargetInfo } from '../../../src/app/upload/contract';
import type { Session } from '../../state/session';
import { orderOf, withOptions, type UploadDraft } from '../../state/upload-draft';
import { asksDayOrder } from '../../state/upload-problems';
import { companionsWords, placeWords, sinceWords, sizeWords, totalsWords } from '../../words/upload';
import { FileDownload } from '../FileDownload';
import { Notice } from '../Notice';
import { useNow } from '../useNow';
import { DayOrderChoice } from './DayOrderChoice';
import { Fold } from './Fold';
import { PlaceChoice } from './PlaceChoice';
import { ProblemList } from './ProblemList';
import { SampleView } from './SampleView';
import { SendUpload } from './SendUpload';
import type { PlacesState } from './usePlaces';

interface Props {
  checked: UploadCheckInfo;
  draft: UploadDraft;
  target: UploadTargetInfo;
  targets: readonly UploadTargetInfo[];
  platform: string;
  /** What the app is probably called. */
  title: string;
  places: PlacesState;
  session: Session;
  /** Checks again, with other choices where they are given. */
  onCheck: (draft?: UploadDraft) => void;
  /** Sends it with these choices added; rejects with RpcFailure. */
  onSend: (options: Partial<UploadDraft['options']>) => Promise<void>;
  onRekey: () => void;
}

export function CheckResult(props: Props): JSX.Element {
  const { checked, draft, target, targets, platform, title, places, session, onCheck, onSend, onRekey } =
    props;
  const now = useNow(20_000);
  const { tab, counts, problems, since, remarks } = checked;
  const companions = companionsWords(checked, targets);
  const order = orderOf({ tab, target: target.target }, draft);
  const { place } = draft.options;
  const isPlace = (one: { place: string }): boolean => one.place === place;
  const sealed = { ...order, options: { ...order.options, seal: checked.seal } };
  return (
    <div class="upload-check">
      <p class="totals" role="status">
        {totalsWords(checked, target.plural)}
      </p>
      {companions !== '' && <p>{companions}</p>}
      {checked.files.length > 0 && <p class="hint">{sizeWords(checked)}</p>}
      {target.place && place !== undefined && (
        <p>{placeWords(target.place.singular, places.known?.places.find(isPlace)?.title ?? place)}</p>
      )}
      {since && <p>{sinceWords(since, now)}</p>}
      {target.place && !place && (
        <PlaceChoice
          target={target}
          wanted={target.place}
          place={undefined}
          title={title}
          platform={platform}
          places={places}
          session={session}
          onChoose={(place) => onCheck(withOptions(draft, { place }))}
        />
      )}
      {problems.length === 0 ? (
        <Notice tone="good">
          <p>Every row is in order.</p>
        </Notice>
      ) : (
        <ProblemList tab={tab} problems={problems} counts={counts} session={session} />
      )}
      {(draft.options.again === true || (counts.sentBefore ?? 0) > 0) && (
        <label class="choice">
          <input
            type="checkbox"
            checked={draft.options.again === true}
            onChange={(event) => onCheck(withOptions(draft, { again: event.currentTarget.checked }))}
          />
          Send again what was sent before
        </label>
      )}
      {asksDayOrder(problems) && <DayOrderChoice draft={draft} onChange={onCheck} />}
      {checked.files.length > 0 && <SampleView sample={checked.sample} target={target} />}
      {remarks.length > 0 && (
        <Fold
          summary={remarks.length === 1 ? 'One remark' : `${remarks.length} remarks`}
          open={remarks.length <= 2}
        >
          {remarks.map((remark) => (
            <p key={remark}>{remark}</p>
          ))}
        </Fold>
      )}
      <p class="links">
        <button type="button" class="link" onClick={() => onCheck()}>
          Check again
        </button>
        {checked.files.length > 0 && (
          <FileDownload
            label="Download the file"
            busy="Fetching the file …"
            save="Save the file"
            type="application/json"
            onFetch={() => session.uploads.file(sealed)}
          />
        )}
      </p>
      <SendUpload
        key={checked.seal}
        checked={checked}
        leftOut={draft.options.leaveOut === true}
        platform={platform}
        onLeaveOut={(leaveOut) => onCheck(withOptions(draft, { leaveOut }))}
        onSend={onSend}
        onAgain={() => onCheck()}
        onRekey={onRekey}
      />
    </div>
  );
}
