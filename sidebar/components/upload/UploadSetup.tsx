/** The choices of an upload: what is clear is folded away, what is missing lies open, and one button checks it all. */
import type { JSX } from 'preact';
import type { UploadMappingInfo, UploadTabInfo, UploadTargetInfo } from '../../../src/app/upload/contract';
import type { Session } from '../../state/session';
import {
  filledFields,
  gapsOf,
  hasGaps,
  unusedColumns,
  withCompanion,
  withOptions,
  type UploadDraft,
} from '../../state/upload-draft';
import { foundWords, gapWords, originWords } from '../../words/upload';
import { CompanionChoice } from './CompanionChoice';
import { FieldColumns } from './FieldColumns';
import { Fold } from './Fold';
import { MoreChoices } from './MoreChoices';
import { PlaceChoice } from './PlaceChoice';
import type { PlacesState } from './usePlaces';
import type { UploadState } from './useUpload';
import { WordChoices } from './WordChoices';

interface Props {
  info: UploadMappingInfo;
  draft: UploadDraft;
  target: UploadTargetInfo;
  /** Targets that need a tab of their own in this upload. */
  needs: readonly string[];
  lists: { readonly tabs: readonly UploadTabInfo[]; readonly targets: readonly UploadTargetInfo[] };
  platform: string;
  places: PlacesState;
  upload: Pick<UploadState, 'read' | 'change' | 'check' | 'keep'>;
  session: Session;
  /** Whether to go on to the check as soon as there is somewhere to send to. */
  checks: boolean;
  onOther: () => void;
}

export function UploadSetup(props: Props): JSX.Element {
  const { info, draft, target, needs, lists, platform, places, upload, session, checks, onOther } = props;
  const gaps = gapsOf(target, info, draft, needs);
  const unused = unusedColumns(info, draft);
  const template = target.templates.find((one) => one.template === info.template);
  const fields = [...target.fields].sort((one, other) => Number(other.required) - Number(one.required));
  const choosePlace = (place: string): void => {
    const next = withOptions(draft, { place });
    const wasLast = draft.options.place === undefined && !hasGaps(gapsOf(target, info, next, needs));
    if (checks && wasLast) upload.check(next);
    else upload.change(next);
  };
  const check = (event: Event): void => {
    event.preventDefault();
    upload.check();
  };
  return (
    <form class="upload-setup" onSubmit={check}>
      <div>
        <p>
          To <strong>{platform}</strong>, as: {target.title}.
        </p>
        <p class="hint">
          {template && info.origin !== 'guessed' ? `${template.title}. ` : ''}
          {originWords(info)}
        </p>
        <button type="button" class="link" onClick={onOther}>
          Another tab, or something else
        </button>
      </div>
      {target.place && (
        <PlaceChoice
          target={target}
          wanted={target.place}
          place={draft.options.place}
          title={template?.app ?? info.tab}
          platform={platform}
          places={places}
          session={session}
          onChoose={choosePlace}
        />
      )}
      {needs.map((need) => (
        <CompanionChoice
          key={need}
          target={lists.targets.find((one) => one.target === need)}
          need={need}
          tabs={lists.tabs.filter(({ tab }) => tab !== info.tab)}
          chosen={draft.options.with?.find((one) => one.target === need)?.tab ?? ''}
          onChoose={(tab) => upload.change(withCompanion(draft, need, tab))}
          onOpen={(tab) => {
            upload.keep();
            session.open({ name: 'upload', tab, target: need });
          }}
        />
      ))}
      <Fold
        summary={foundWords(filledFields(target, draft), target.fields.length, unused.length)}
        open={gaps.fields.length > 0 || info.origin === 'guessed'}
      >
        {fields.map((field) => (
          <FieldColumns
            key={field.key}
            field={field}
            columns={info.columns}
            missing={gaps.fields.includes(field)}
            draft={draft}
            onChange={upload.change}
          />
        ))}
        {unused.length > 0 && <p class="hint">Not used: {unused.join(', ')}.</p>}
      </Fold>
      <WordChoices info={info} target={target} draft={draft} unknown={gaps.words} onChange={upload.change} />
      <MoreChoices
        info={info}
        target={target}
        draft={draft}
        onChange={upload.change}
        onTemplate={upload.read}
      />
      <div class="save-bar">
        {hasGaps(gaps) && <p class="hint">{gapWords(gaps, target, lists.targets)}</p>}
        <p class="actions">
          <button type="submit" class="button primary">
            Check it
          </button>
          <span class="hint">Nothing is sent yet.</span>
        </p>
      </div>
    </form>
  );
}
