/** The tab that goes along in the same upload, because the platform needs its records too. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { UploadTabInfo, UploadTargetInfo } from '../../../src/app/upload/contract';

interface Props {
  /** What the tab becomes; absent where this version does not know it. */
  target: UploadTargetInfo | undefined;
  need: string;
  tabs: readonly UploadTabInfo[];
  /** '' for none. */
  chosen: string;
  onChoose: (tab: string) => void;
  /** Leads to the choices of that tab. */
  onOpen: (tab: string) => void;
}

export function CompanionChoice({ target, need, tabs, chosen, onChoose, onOpen }: Props): JSX.Element {
  const id = useId();
  const title = target?.title ?? need;
  const fits = (tab: UploadTabInfo): boolean => tab.targets.includes(need);
  return (
    <div>
      <label for={id}>
        Along with it: {title} <span class="needed">needed</span>
      </label>
      <select
        id={id}
        class="box"
        value={chosen}
        aria-invalid={chosen === ''}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        <option value="">Choose a tab …</option>
        {[...tabs.filter(fits), ...tabs.filter((tab) => !fits(tab))].map(({ tab, template }) => (
          <option key={tab} value={tab}>
            {tab}
            {template && ` · ${template.title}`}
          </option>
        ))}
      </select>
      {chosen !== '' && (
        <button type="button" class="link" onClick={() => onOpen(chosen)}>
          How “{chosen}” is read
        </button>
      )}
    </div>
  );
}
