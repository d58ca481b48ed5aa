/** Reviewing, sending and taking back edits from the menu, by way of the Preview tab. */
import { isSendable, type Review } from '../../core/change/review';
import { type Choice, choiceOf } from '../../core/change/review-choice';
import { AppError, type ErrorJson } from '../../core/errors';
import type { Ports } from '../../ports';
import { findProvider, findResource } from '../../providers/catalogue';
import { connectionOf } from '../account';
import type { PlanInfo } from '../contract';
import { readReviewTab, removeReview, showReview } from '../push/review-tab';
import { startPush } from '../push/start-push';
import { undoPush } from '../push/undo';
import { cautionOf } from '../push/withheld';
import { type JobsRun, runJobs } from '../run-jobs';
import { originOf, questionOf, totalsOf } from './push-words';
import { previewOfEdits, previewOfTab, shownPlan } from './reviewed-tab';
import { guarded, inWords, tell, TITLE } from './tell';

/** Writes what would be sent into the Preview tab. Sends nothing. */
export function reviewEdits(ports: Ports): void {
  guarded(ports, () => {
    const info = previewOfEdits(ports);
    const told = show(ports, info);
    if (info.items.length > 0) ports.notice.toast(told, TITLE);
    else ports.notice.alert(TITLE, told);
  });
}

/** Sends what is ticked in the Preview tab once a person has confirmed it, and nothing that they were not shown. */
export function pushEdits(ports: Ports): void {
  guarded(ports, () => {
    const read = readReviewTab(ports);
    const info = read && shownPlan(ports, read.plan);
    if (!info) {
      const why = read
        ? 'What the Preview tab showed was sent already, or a newer preview has taken its place.'
        : 'Nobody has reviewed these edits yet.';
      const anew = previewOfEdits(ports);
      const told = show(ports, anew);
      ports.notice.alert(TITLE, anew.items.length > 0 ? `${why} Nothing was sent.\n\n${told}` : told);
      return;
    }
    // Before the question: an answer would be in vain.
    connectionOf(ports, findProvider(info.provider));
    const choice = choiceOf(read, reviewOf(ports, info));
    const [altered] = choice.altered;
    if (altered !== undefined) {
      const what = `Row ${altered} of the Preview tab does not say any more what was planned. Nothing was sent.`;
      const next = `Change values in “${info.tab}”, not in the preview; then choose Review edits.`;
      ports.notice.alert(TITLE, inWords({ what, next }));
      return;
    }
    if (choice.chosen.length === 0) throw new AppError('NOTHING_TO_SEND');
    send(ports, info, choice);
  });
}

/** Shows what taking back the last push would change, and does it once a person has confirmed that. */
export function undoLastPush(ports: Ports): void {
  guarded(ports, () => {
    const info = undoPush(ports, {});
    const told = show(ports, info);
    const chosen = info.items.filter(({ kind }) => kind === 'change');
    if (chosen.length > 0) send(ports, info, { chosen, exclude: [], overwrite: [], altered: [] });
    else ports.notice.alert(TITLE, `Nothing can be taken back as it is.\n\n${told}`);
  });
}

const NEXT = 'Look through the ticks there, then choose Push edits in the SaaS Ledger menu.';
const NOTHING_TO_TICK = 'None of it can be sent as it is: the tab says why.';

/** Fills the Preview tab, and says what is in it and what to do next. */
function show(ports: Ports, info: PlanInfo): string {
  if (info.items.length === 0) {
    removeReview(ports);
    return `There are no edits in “${info.tab}” to send.`;
  }
  const name = showReview(ports, reviewOf(ports, info));
  return `The tab “${name}” shows ${totalsOf(info)}. ${info.items.some(isSendable) ? NEXT : NOTHING_TO_TICK}`;
}

function reviewOf(ports: Ports, info: PlanInfo): Review {
  const { timeZone } = ports.grid.file();
  return {
    plan: info.plan,
    purpose: info.purpose,
    provider: findProvider(info.provider).title,
    changes: info.items,
    summary: [`${totalsOf(info)}.`, ...originOf(info, timeZone), ...info.remarks],
    timeZone,
  };
}

/** Asks, and sends what was chosen; without a yes the Preview tab stays as it is. */
function send(ports: Ports, info: PlanInfo, choice: Choice): void {
  const caution = cautionOf(findResource(findProvider(info.provider), info.resource), choice.chosen);
  const questions = [
    questionOf(info, choice, ports.identity.email() || 'Somebody'),
    ...(caution === null ? [] : [caution]),
  ];
  if (!questions.every((question) => ports.notice.confirm(TITLE, question))) {
    ports.notice.toast(`Nothing was sent. ${NEXT}`, TITLE);
    return;
  }
  const outcome = carriedOut(() => {
    const { exclude, overwrite } = choice;
    const { id } = startPush(ports, { plan: info.plan, exclude, overwrite, confirmed: true });
    return runJobs(ports, [id]);
  });
  if ('jobs' in outcome) {
    removeReview(ports);
    tell(ports, [outcome]);
    return;
  }
  const again = info.purpose === 'undo' ? undoPush(ports, {}) : previewOfTab(ports, info);
  ports.notice.alert(TITLE, inWords({ what: outcome.what, next: `Nothing was sent. ${show(ports, again)}` }));
}

/** The run; or why the plan does not hold any more, before the job was made or found by the job itself: nothing was sent. */
function carriedOut(push: () => JobsRun): JobsRun | ErrorJson {
  try {
    const run = push();
    return run.jobs.flatMap(({ error }) => (error && isOutdated(error) ? [error] : []))[0] ?? run;
  } catch (thrown) {
    const error = AppError.from(thrown).toJSON();
    if (isOutdated(error)) return error;
    throw thrown;
  }
}

function isOutdated({ code }: ErrorJson): boolean {
  return code === 'PLAN_OUTDATED' || code === 'UNKNOWN_PLAN';
}
