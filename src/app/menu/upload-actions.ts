/** Uploading the tab in front from the menu: once it is set up in the sidebar, a check and one question are enough. */
import type { Ports } from '../../ports';
import { listAccounts } from '../account';
import type { UploadCheckInfo } from '../contract';
import { startUpload } from '../upload/start-upload';
import { uploadCheck } from '../upload/check';
import { placeWords } from '../upload/known-places';
import { UploadMemory } from '../upload/memory';
import { openUpload } from '../upload/opening';
import { providerOfTarget, targetOf } from '../upload/targets';
import { runJobs } from '../run-jobs';
import { counted } from './push-words';
import { guarded, offerSidebar, tell, TITLE } from './tell';

/** Checks the tab in front as it was uploaded last and sends it after a yes; a new one is set up in the sidebar. */
export function uploadActiveTab(ports: Ports): void {
  guarded(ports, () => {
    const accounts = listAccounts(ports);
    if (accounts.length === 0) return offerSidebar(ports);
    const active = ports.grid.active();
    if (!active) return;
    const { name: tab } = active;
    const memory = new UploadMemory(ports);
    const [target] = memory.usedTargets(active);
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
    const { place = '' } = memory.settingsOf(active.id, target)?.options ?? {};
    const destination = destinationOf(ports, target, place);
    if (!ports.notice.confirm(TITLE, questionFor(check, destination))) {
      ports.notice.toast('Nothing was sent.', TITLE);
      return;
    }
    const { id } = startUpload(ports, { tab, target, options: { seal: check.seal, confirmed: true } });
    tell(ports, [runJobs(ports, [id])]);
  });
}

/** “120 rows of “Figma” become 118 users; 2 rows left out.” */
function headline({ tab, target, counts }: UploadCheckInfo): string {
  const { rows, records, merged, leftOut, sentBefore = 0 } = counts;
  const { singular, plural } = targetOf(target);
  const others = [
    ...(merged > 0 ? [`${counted(merged, 'row')} put together with others`] : []),
    ...(sentBefore > 0 ? [`${counted(sentBefore, 'row')} sent before`] : []),
    ...(leftOut > 0 ? [`${counted(leftOut, 'row')} left out`] : []),
  ];
  const made = `${counted(rows, 'row')} of “${tab}” → ${counted(records, singular, plural)}`;
  return `${[made, ...others].join('; ')}.`;
}

/** “Torii, app account Figma (1000)” */
function destinationOf(ports: Ports, target: string, place: string): string {
  const { title, uploads, ...provider } = providerOfTarget(target);
  if (place === '' || targetOf(target).place === null) return title;
  return `${title}, ${uploads?.places.singular ?? ''} ${placeWords(ports, { title, ...provider }, place)}`;
}

function questionFor(check: UploadCheckInfo, destination: string): string {
  return [
    `Send this to ${destination}?`,
    `${headline(check)} It goes ${check.route}.`,
    ...(check.question === undefined ? [] : [check.question]),
    ...check.remarks,
  ].join('\n\n');
}
