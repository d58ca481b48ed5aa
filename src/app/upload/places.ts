/** Choosing where an upload goes to: places that are known or listed, and new ones, each made once. */
import { AppError } from '../../core/errors';
import { Dispatcher } from '../../core/http/dispatcher';
import type { ApiAnswer, ApiRequest } from '../../core/http/request';
import type { Ports } from '../../ports';
import type { ProviderDefinition } from '../../providers/definition';
import type { PlaceRequests, UploadPlace } from '../../providers/uploading';
import { connectionOf, isConnected } from '../account';
import type { UploadApi } from './contract';
import { knownPlaces, placeOf, rememberPlace } from './known-places';
import { knownTarget } from './targets';

/** Google ends an execution after six minutes; what is made must still be remembered. */
const PATIENCE_MS = 240_000;

/** Pages of places that are read; more of them than this nobody chooses from. */
const MOST_PAGES = 20;

/** Apps that are offered for a text: whoever does not find theirs among them types more of its name. */
const MOST_OFFERED = 50;

/** One property for each platform: what is being made, so that one whose making was cut off is not made twice. */
const MAKING = 'upload.making.';

/** Those of this file, and those that the platform lists for whoever is connected. */
export function uploadPlaces(
  ports: Ports,
  { target }: UploadApi['uploadPlaces']['payload'],
): UploadApi['uploadPlaces']['value'] {
  const { provider, uploads } = knownTarget(target);
  const known = knownPlaces(ports, provider);
  const connected = isConnected(ports, provider);
  const listed = connected && uploads.places.list ? placesThere(ports, provider, uploads.places) : null;
  const here = known.filter(({ place }) => !listed?.some((each) => each.place === place));
  const there = (listed ?? []).map((each) => ({
    ...known.find(({ place }) => place === each.place),
    ...each,
  }));
  return {
    places: [...there, ...here],
    canCreate: connected,
    canCreateApp: connected && uploads.places.createApp !== undefined,
  };
}

/** Throws NOT_CONNECTED, and what sending throws. */
export function uploadApps(
  ports: Ports,
  { target, text }: UploadApi['uploadApps']['payload'],
): UploadApi['uploadApps']['value'] {
  const { provider, uploads } = knownTarget(target);
  const answer = senderTo(ports, provider).sendOne(uploads.places.findApps(text.trim()));
  return uploads.places.readApps(answer).slice(0, MOST_OFFERED);
}

/**
 * Remembers a place, or makes one. An app or a place that is there by that title already is taken rather than made once more.
 * Throws BAD_REQUEST, NOT_CONNECTED, PLACE_UNCONFIRMED, and what sending throws.
 */
export function uploadPlace(
  ports: Ports,
  { target, place, title, app, create, emails }: UploadApi['uploadPlace']['payload'],
): UploadPlace {
  const { provider, uploads } = knownTarget(target);
  const name = title.trim();
  if (create) return new Maker(ports, provider, uploads.places).make(name, app, emails);
  const id = place?.trim() ?? '';
  if (!/^\w[\w-]{0,99}$/.test(id)) {
    throw new AppError('BAD_REQUEST', {
      problem: `“${id}” does not look like the id of an ${uploads.places.singular}`,
    });
  }
  return rememberPlace(ports, provider, { place: id, title: name, ...(app === undefined ? {} : { app }) });
}

/** As it is remembered; where that does not tell its app, as the platform lists it. Throws what reading the list throws. */
export function placeNow(
  ports: Ports,
  provider: ProviderDefinition,
  places: PlaceRequests,
  place: string,
): UploadPlace | undefined {
  const known = placeOf(ports, provider, place);
  if (known?.app !== undefined) return known;
  return placesThere(ports, provider, places).find((each) => each.place === place) ?? known;
}

function senderTo(ports: Ports, provider: ProviderDefinition): Dispatcher {
  const deadline = ports.clock.startedAt() + PATIENCE_MS;
  return new Dispatcher(ports, connectionOf(ports, provider), { deadline });
}

/** All that the platform lists. */
function placesThere(
  ports: Ports,
  provider: ProviderDefinition,
  { list, readList }: PlaceRequests,
): readonly UploadPlace[] {
  const found: UploadPlace[] = [];
  if (!list || !readList) return found;
  const sender = senderTo(ports, provider);
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { places, more } = readList(sender.sendOne(list(page)), page);
    found.push(...places);
    if (!more) break;
  }
  return found;
}

/** Makes places, and apps for them, of one platform. */
class Maker {
  private readonly sender: Dispatcher;
  private readonly key: string;

  constructor(
    private readonly ports: Ports,
    private readonly provider: ProviderDefinition,
    private readonly places: PlaceRequests,
  ) {
    this.sender = senderTo(ports, provider);
    this.key = MAKING + provider.provider;
  }

  make(title: string, wanted: string | undefined, emails?: readonly string[]): UploadPlace {
    const { mostEmails } = this.places;
    if (emails && mostEmails !== undefined && emails.length > mostEmails) {
      const problem = `${this.provider.title} tells ${mostEmails} e-mail addresses at most, and ${emails.length} are given`;
      throw new AppError('BAD_REQUEST', { problem });
    }
    const app = wanted ?? this.appFor(title);
    const me = this.ports.identity.email();
    const request = this.places.create({
      title,
      app,
      ...(me === '' ? {} : { by: me }),
      emails: emails ?? (me === '' ? [] : [me]),
    });
    const look = (): string | null => this.placed(title, app);
    const place =
      look() ??
      this.once(
        'place',
        this.places.singular,
        title,
        request,
        (answer) => this.places.readCreated(answer),
        look,
      );
    return rememberPlace(this.ports, this.provider, { place, title, app });
  }

  private appFor(title: string): string {
    const { createApp, readApp, singular } = this.places;
    const look = (): string | null => this.appNamed(title);
    const found = look();
    if (found !== null) return found;
    if (!createApp || !readApp) {
      throw new AppError('PLACE_WITHOUT_APP', { provider: this.provider.title, place: singular, title });
    }
    return this.once('app', 'app', title, createApp(title), readApp, look);
  }

  /** What a request makes; where nobody knows whether it did, it is looked for, and never simply made again. */
  private once(
    kind: string,
    what: string,
    title: string,
    request: ApiRequest,
    read: (answer: ApiAnswer) => string | null,
    look: () => string | null,
  ): string {
    const { store } = this.ports;
    const note = JSON.stringify([kind, title, request.body]);
    if (store.get('document', this.key) === note) {
      // It was being made when an execution was cut off, and is not to be found. Whoever asks again has been told.
      store.remove('document', this.key);
      throw this.unconfirmed(what, title);
    }
    store.set('document', this.key, note);
    const [result] = this.sender.send([request]);
    const isUnknown =
      result === undefined || (result instanceof AppError && result.details['outcome'] === 'unknown');
    if (result instanceof AppError && !isUnknown) {
      store.remove('document', this.key);
      throw this.refused(result, what, title, kind === 'place' ? this.places.refused : '');
    }
    const id = (isUnknown || result instanceof AppError ? null : read(result)) ?? look();
    store.remove('document', this.key);
    if (id === null) throw this.unconfirmed(what, title);
    return id;
  }

  /** A refusal of the making itself, with what to mend; other errors stay what they are. */
  private refused(error: AppError, place: string, title: string, more: string): AppError {
    if (error.code !== 'PROVIDER_REFUSED' && error.code !== 'NOT_FOUND') return error;
    const provider = this.provider.title;
    const message = String(error.details['message'] ?? 'it says that something is not there.');
    return new AppError('PLACE_REFUSED', { provider, place, title, message, more }, undefined, {
      cause: error,
    });
  }

  private unconfirmed(place: string, title: string): AppError {
    return new AppError('PLACE_UNCONFIRMED', { provider: this.provider.title, place, title });
  }

  private appNamed(title: string): string | null {
    const apps = this.places.readApps(this.sender.sendOne(this.places.findApps(title)));
    return apps.find((each) => isSameTitle(each.title, title))?.app ?? null;
  }

  /** Where the platform lists none, among those of this file. */
  private placed(title: string, app: string): string | null {
    const all = this.places.list
      ? placesThere(this.ports, this.provider, this.places)
      : knownPlaces(this.ports, this.provider).filter((each) => each.app !== undefined);
    return all.find((each) => isSameTitle(each.title, title) && (each.app ?? app) === app)?.place ?? null;
  }
}

function isSameTitle(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
