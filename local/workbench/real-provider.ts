/** The real platform behind the workbench, with a key that only this process knows. */
import type { Desk } from '../desk';
import type { RealProvider } from './protocol';

interface Known {
  readonly title: string;
  readonly host: string;
  readonly variable: string;
  /** Hosts that it sends clients on to, as `*.example.com`. */
  readonly further?: string;
}

const KNOWN: Readonly<Record<string, Known>> = {
  torii: {
    title: 'Torii',
    host: 'api.toriihq.com',
    variable: 'TORII_API_KEY',
    // Signed addresses for files. https://developers.toriihq.com/reference/getting-started-with-your-api
    further: '*.amazonaws.com',
  },
  zluri: { title: 'Zluri', host: 'api-ext.zluri.com', variable: 'ZLURI_API_KEY' },
};

export class RealConnection {
  private constructor(
    readonly provider: string,
    readonly known: Known,
    readonly apiKey: string,
  ) {}

  /** @throws Error that names the platforms there are */
  static of(provider: string, environment: NodeJS.ProcessEnv): RealConnection {
    const known = KNOWN[provider];
    if (!known) {
      throw new Error(`“--real ${provider}” is not known. There is: ${Object.keys(KNOWN).join(', ')}.`);
    }
    return new RealConnection(provider, known, environment[known.variable] ?? '');
  }

  /** For the desk: the provider's own host names lead to the provider. */
  get routes(): Record<string, string> {
    const { host, further } = this.known;
    return { [host]: `https://${host}`, ...(further === undefined ? {} : { [further]: 'https://*' }) };
  }

  /** What the page may know: not the key. */
  get view(): RealProvider {
    const { title, variable } = this.known;
    return { provider: this.provider, title, variable, keyFound: this.apiKey !== '' };
  }

  async connect(desk: Desk): Promise<void> {
    const { title, variable } = this.known;
    if (this.apiKey === '') {
      throw new Error(
        `There is no ${title} key in the environment. Set ${variable} before “npm start -- --real ${this.provider}”, or paste a key in the sidebar.`,
      );
    }
    await desk.api('connect', { provider: this.provider, apiKey: this.apiKey });
  }
}
