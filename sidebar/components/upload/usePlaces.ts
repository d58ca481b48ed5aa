/** The places that an upload can go to: those that are known, and one that was just made or named. */
import { useEffect, useState } from 'preact/hooks';
import type { UploadApi, UploadTargetInfo } from '../../../src/app/upload/contract';
import type { UploadPlace } from '../../../src/providers/uploading';
import { failureOf, type Failure } from '../../rpc/failure';
import type { Session } from '../../state/session';

type Known = UploadApi['uploadPlaces']['value'];

export interface PlacesState {
  /** Null until they are read, and where there is nothing to choose. */
  readonly known: Known | null;
  readonly failure: Failure | null;
  readonly again: () => void;
  readonly add: (place: UploadPlace) => void;
}

export function usePlaces({ target, place }: UploadTargetInfo, session: Session): PlacesState {
  const [known, setKnown] = useState<Known | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const again = (): void => {
    if (!place) return;
    setFailure(null);
    session.uploads.places(target).then(setKnown, (thrown: unknown) => setFailure(failureOf(thrown)));
  };
  const add = (added: UploadPlace): void =>
    setKnown((before) => {
      const { places, ...able } = before ?? { places: [], canCreate: false, canCreateApp: false };
      return { ...able, places: [...places.filter((one) => one.place !== added.place), added] };
    });
  useEffect(again, [target]);
  return { known, failure, again, add };
}
