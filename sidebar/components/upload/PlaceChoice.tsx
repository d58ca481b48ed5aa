/** Where on the platform an upload goes: one that is known, one whose id is pasted, or a new one. */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { UploadTargetInfo } from '../../../src/app/upload/contract';
import type { UploadPlace } from '../../../src/providers/uploading';
import type { Session } from '../../state/session';
import { FailureNotice } from '../FailureNotice';
import { PlaceApp } from './PlaceApp';
import { PlaceById } from './PlaceById';
import { PlaceMaker } from './PlaceMaker';
import type { PlacesState } from './usePlaces';

interface Props {
  target: UploadTargetInfo;
  wanted: NonNullable<UploadTargetInfo['place']>;
  place: string | undefined;
  /** A name for a new one. */
  title: string;
  platform: string;
  places: PlacesState;
  session: Session;
  onChoose: (place: string) => void;
}

type Way = 'list' | 'id' | 'new' | 'app';

export function PlaceChoice(props: Props): JSX.Element {
  const { target, wanted, place, title, platform, places, session, onChoose } = props;
  const { known, failure, again, add } = places;
  const [wish, setWay] = useState<Way | null>(null);
  const id = useId();
  const taken = (added: UploadPlace): void => {
    add(added);
    onChoose(added.place);
    setWay('list');
  };
  const all = known?.places ?? [];
  const others =
    place === undefined || all.some((one) => one.place === place) ? [] : [{ place, title: place }];
  const listed: readonly UploadPlace[] = [...all, ...others];
  // Where there is none yet, making one is what most people are about to do.
  const isFirst = known?.canCreate === true && listed.length === 0;
  const way = wish ?? (isFirst ? 'new' : 'list');
  const here = listed.find((one) => one.place === place);
  return (
    <div class="place-choice">
      {failure && (
        <FailureNotice failure={failure} onRetry={again} onRekey={() => session.rekey(target.provider)} />
      )}
      {!known && !failure && (
        <p class="hint" role="status">
          Asking {platform} where it can go …
        </p>
      )}
      {listed.length > 0 && (
        <div>
          <label for={id}>Goes to this {wanted.singular}</label>
          <select
            id={id}
            class="box"
            value={place ?? ''}
            aria-invalid={place === undefined}
            onChange={(event) => event.currentTarget.value !== '' && onChoose(event.currentTarget.value)}
          >
            {place === undefined && <option value="">Choose …</option>}
            {listed.map((one) => (
              <option key={one.place} value={one.place}>
                {one.title === one.place ? one.place : `${one.title} · ${one.place}`}
              </option>
            ))}
          </select>
          {here?.note !== undefined && <p class="hint">{here.note}</p>}
        </div>
      )}
      {known && listed.length === 0 && way !== 'id' && (
        <p>
          It has to go to an {wanted.singular} of {platform}. None is known in this file yet.
        </p>
      )}
      {way === 'id' && (
        <PlaceById
          target={target}
          wanted={wanted}
          title={title}
          session={session}
          onDone={taken}
          onLeave={() => setWay('list')}
        />
      )}
      {way === 'new' && known && (
        <PlaceMaker
          target={target}
          wanted={wanted}
          title={title}
          makesApps={known.canCreateApp}
          focused={wish === 'new'}
          platform={platform}
          session={session}
          onDone={taken}
          onLeave={() => setWay('list')}
        />
      )}
      {way === 'app' && here && (
        <PlaceApp
          target={target.target}
          provider={target.provider}
          platform={platform}
          place={here}
          session={session}
          onDone={taken}
          onLeave={() => setWay('list')}
        />
      )}
      {(way === 'list' || wish === null) && (known ?? failure) && (
        <p class="links">
          {known?.canCreate === true && way === 'list' && (
            <button type="button" class="link" onClick={() => setWay('new')}>
              Make a new one …
            </button>
          )}
          <button type="button" class="link" onClick={() => setWay('id')}>
            Paste the ID of another
          </button>
          {here && here.app === undefined && (
            <button type="button" class="link" onClick={() => setWay('app')}>
              Say which app it is for
            </button>
          )}
        </p>
      )}
    </div>
  );
}
