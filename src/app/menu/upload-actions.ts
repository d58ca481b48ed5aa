/** Uploading the tab in front from the menu: once it is set up in the sidebar, a check and one question are enough. */
import type { Ports } from '../../ports';
import { listAccounts } from '../account';
import type { UploadCheckInfo } from '../contract';
import { startUpload } from '../upload/start-upload';
import { uploadCheck } from '../upload/check';
import { UploadMemory } from '../upload/memory';
import { openUpload } from '../upload/opening';
import { providerOfTarget, targetOf } from '../upload/targets';
import { runJobs } from '../run-jobs';
import { guarded, offerSidebar, tell, TITLE } from './tell';

/** Checks the tab in front as it was uploaded last and sends it after a yes; a new one is set up in the sidebar. */
export function uploadActiveTab(ports: Ports): void {
  guarded(ports, () => {
    const accounts = listAccounts(ports);
    if (accounts.length === 0) return offerSidebar(ports);
    const active = ports.grid.active();
    if (!active) return;
    const { name: tab } = active;
    const [target] = new UploadMemory(ports).usedTargets(active);
    const isReady =
      target !== undefined && accounts.some(({ provider }) => provider === providerOfTarget(target).provider);
    if (!isReady) return openUpload(ports, tab);
    const check = uploadCheck(ports, { tab, target });
    if (check.hindrances.length > 0) {
      ports.notice.alert(
        TITLE,
        `${headline(check)}\n\n${check.hindrances.join('\n')}\n\nThe sidebar shows every row.`,
      );
      return openUpload(ports, tab);
    }
    const { title } = providerOfTarget(target);
    if (!ports.notice.confirm(TITLE, questionFor(title, check))) {
      ports.notice.toast('Nothing was sent.', TITLE);
      return;
    }
    const { id } = startUpload(ports, { tab, target, options: { seal: check.seal, confirmed: true } });
    tell(ports, [runJobs(ports, [id])]);
  });
}

/** “120 rows of “Figma”: 118 users, 2 rows left out” */
function headline({ tab, target, counts }: UploadCheckInfo): string {
  const parts = [
    `${counts.records} ${targetOf(target).plural}`,
    ...(counts.merged > 0 ? [`${counts.merged} rows joined with others`] : []),
    ...(counts.leftOut > 0 ? [`${counts.leftOut} left out`] : []),
  ];
  return `${counts.rows} rows of “${tab}”: ${parts.join(', ')}.`;
}

function questionFor(platform: string, check: UploadCheckInfo): string {
  return [
    `Send this to ${platform}, ${check.route}?`,
    headline(check),
    ...(check.question === undefined ? [] : [check.question]),
    ...check.remarks,
  ].join('\n\n');
}
