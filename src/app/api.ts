/** The sidebar's one door: an allow-list of methods, each with a checked payload, each answered in an envelope. */
import { AppError } from '../core/errors';
import type { Ports } from '../ports';
import { SSO_TAX } from '../reports/sso-tax';
import { activity } from './activity';
import { calendar } from './calendar';
import { connect, disconnect } from './connect';
import type { Api, ApiMethod, Envelope } from './contract';
import { fields, resources } from './fields';
import { viewJob } from './job-view';
import { parsePayload } from './payloads';
import { keptPlan, previewTab } from './push/preview';
import { journal, pushes } from './push/pushes';
import { showCell } from './push/show-cell';
import { showUnsent } from './push/show-unsent';
import { undoPush } from './push/undo';
import {
  runnerOf,
  startJob,
  startPushJob,
  startUploadJob,
  startVerifyJob,
  stepJob,
  stopJob,
} from './run-jobs';
import { schedule, takeOver, unschedule } from './schedules';
import { settings } from './settings';
import { ssoField } from './sso-field';
import { status } from './status';
import { suggestedOwners } from './suggested-owners';
import { uploadCheck, uploadUnmark } from './upload/check';
import { uploadMapping, uploadRemember } from './upload/mapping';
import { uploadApps, uploadPlace, uploadPlaces } from './upload/places';
import { uploads, uploadSent } from './upload/sent';
import { uploadSplit } from './upload/split-tab';
import { uploadTargets } from './upload/targets';
import { uploadFile } from './upload/upload-file';
import { uploadTabs } from './upload/upload-tabs';

type Handlers = {
  readonly [Method in ApiMethod]: (ports: Ports, payload: Api[Method]['payload']) => Api[Method]['value'];
};

const HANDLERS: Handlers = {
  status,
  connect,
  disconnect,
  resources: (_ports, payload) => resources(payload),
  fields,
  pull: (ports, payload) => ({ job: startJob(ports, payload).id }),
  ssoTax: (ports, { provider }) => ({ job: startJob(ports, { provider, resource: SSO_TAX.resource }).id }),
  calendar,
  ssoField,
  suggestedOwners,
  job: (ports, { job }) => viewJob(ports, runnerOf(ports).peek(job)),
  step: (ports, { job }) => viewJob(ports, stepJob(ports, job)),
  settings,
  activity,
  schedule,
  unschedule,
  takeOver,
  stop: (ports, { job }) => viewJob(ports, stopJob(ports, job)),
  preview: previewTab,
  plan: keptPlan,
  apply: (ports, payload) => ({ job: startPushJob(ports, payload).id }),
  undo: undoPush,
  pushes,
  journal,
  showCell,
  showUnsent,
  uploadTargets,
  uploadTabs,
  uploadSplit,
  uploadMapping,
  uploadRemember,
  uploadCheck,
  uploadUnmark,
  uploadFile,
  uploadSend: (ports, payload) => ({ job: startUploadJob(ports, payload).id }),
  uploads,
  uploadSent,
  uploadVerify: (ports, payload) => ({ job: startVerifyJob(ports, payload).id }),
  uploadPlaces,
  uploadApps,
  uploadPlace,
};

/** Never throws: Google would flatten the exception to a line of text. */
export function callApi(ports: Ports, method: unknown, payload: unknown): Envelope<unknown> {
  try {
    return { ok: true, value: answer(ports, method, payload) };
  } catch (thrown) {
    const error = AppError.from(thrown);
    if (error.code === 'BUG') ports.log.warn(error.message);
    return { ok: false, error: error.toJSON() };
  }
}

function answer(ports: Ports, method: unknown, payload: unknown): unknown {
  if (!isMethod(method)) throw new AppError('UNKNOWN_METHOD', { method: String(method) });
  return call(ports, method, payload);
}

function call<Method extends ApiMethod>(
  ports: Ports,
  method: Method,
  payload: unknown,
): Api[Method]['value'] {
  return HANDLERS[method](ports, parsePayload(method, payload));
}

function isMethod(method: unknown): method is ApiMethod {
  return typeof method === 'string' && Object.prototype.hasOwnProperty.call(HANDLERS, method);
}
