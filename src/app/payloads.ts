/** What the sidebar may send, checked before any handler sees it. */
import * as z from 'zod/mini';
import { AppError } from '../core/errors';
import { FILTER_TESTS } from '../core/filter/filter';
import { EVERY } from '../core/schedule/rhythm';
import type { Api, ApiMethod } from './contract';

// Apps Script compiles nothing at run time for us: zod's own code generation stays off.
z.config({ jitless: true });

const provider = z.enum(['torii', 'zluri']);
// Definitions make resources known; findResource says which there are.
const resource = z.string().check(z.minLength(1), z.maxLength(40));
const tab = z.string().check(z.minLength(1), z.maxLength(100));
const text = z.string().check(z.maxLength(200));
const filters = z.union([
  z.array(
    z.object({ field: text, test: z.enum(FILTER_TESTS), values: z.array(z.union([text, z.number()])) }),
  ),
  z.record(text, z.union([text, z.number(), z.boolean(), z.array(z.union([text, z.number()]))])),
]);
const job = z.object({ job: z.string() });
const plan = z.string().check(z.minLength(1), z.maxLength(200));
const changes = z.array(z.object({ id: z.string(), field: z.string() }));

const currency = z.string().check(z.regex(/^[A-Z]{3}$/));
const rates = z.object({
  currency,
  worth: z.record(currency, z.number().check(z.minimum(0.000001), z.maximum(1_000_000))),
});

const column = z.string().check(z.maxLength(500));
const target = z.string().check(z.minLength(1), z.maxLength(60));
const words = z.record(z.string(), z.string());
const mapping = z.record(z.string(), z.union([column, z.array(column)]));
const choices = {
  template: z.exactOptional(text),
  constants: z.exactOptional(words),
  values: z.exactOptional(z.record(z.string(), words)),
  duplicates: z.exactOptional(z.enum(['merge', 'refuse'])),
  leaveOut: z.exactOptional(z.boolean()),
  dayOrder: z.exactOptional(z.enum(['dmy', 'mdy', 'ymd'])),
  licences: z.exactOptional(
    z.record(
      z.string(),
      z.object({ price: z.exactOptional(z.number()), unassigned: z.exactOptional(z.number()) }),
    ),
  ),
  licenceRule: z.exactOptional(
    z.object({
      names: words,
      fallback: z.exactOptional(text),
      inactiveWithoutUse: z.exactOptional(z.literal(true)),
    }),
  ),
  parsing: z.exactOptional(z.enum(['automatic', 'manual'])),
};
const companion = z.object({
  tab,
  target,
  mapping: z.exactOptional(mapping),
  options: z.exactOptional(z.object(choices)),
});
/** Torii's ids are numbers: they may come as such. */
const place = z.pipe(z.union([text, z.int()]), z.transform(String));
const uploadOptions = z.object({
  ...choices,
  place: z.exactOptional(place),
  openSync: z.exactOptional(z.enum(['resume', 'abort'])),
  again: z.exactOptional(z.boolean()),
  confirmed: z.exactOptional(z.boolean()),
  seal: z.exactOptional(text),
  with: z.exactOptional(z.array(companion).check(z.maxLength(10))),
});
const packaging = {
  tab,
  target,
  mapping: z.exactOptional(mapping),
  options: z.exactOptional(uploadOptions),
};
const part = z.exactOptional(z.int().check(z.minimum(1)));
const upload = text.check(z.minLength(1));

const SCHEMAS: { readonly [Method in ApiMethod]: z.ZodMiniType<Api[Method]['payload']> } = {
  status: z.object({}),
  connect: z.object({ provider, apiKey: z.string() }),
  disconnect: z.object({ provider }),
  resources: z.object({ provider }),
  fields: z.object({ provider, resource, tab: z.exactOptional(tab) }),
  pull: z.object({
    provider,
    resource,
    fields: z.exactOptional(z.array(z.string())),
    filters: z.exactOptional(filters),
    mode: z.exactOptional(z.enum(['mirror', 'keepRemoved', 'snapshot'])),
    tab: z.exactOptional(tab),
  }),
  ssoTax: z.object({ provider }),
  calendar: z.object({ tab }),
  ssoField: z.object({
    provider,
    field: z.exactOptional(text.check(z.minLength(1))),
    create: z.exactOptional(z.literal(true)),
  }),
  suggestedOwners: z.object({ provider }),
  job,
  step: job,
  stop: job,
  settings: z.object({
    set: z.exactOptional(
      z.object({
        vanishedRows: z.exactOptional(z.enum(['mark', 'remove'])),
        copiesKept: z.exactOptional(z.int().check(z.minimum(1), z.maximum(100))),
        activityKept: z.exactOptional(z.int().check(z.minimum(0), z.maximum(5000))),
        changeLog: z.exactOptional(z.enum(['on', 'off'])),
        changeLogKept: z.exactOptional(z.int().check(z.minimum(1), z.maximum(20_000))),
        journalKept: z.exactOptional(z.int().check(z.minimum(100), z.maximum(50_000))),
        sendLifecycle: z.exactOptional(z.enum(['on', 'off'])),
        ssoField: z.exactOptional(z.string().check(z.maxLength(100))),
        rates: z.exactOptional(z.nullable(rates)),
      }),
    ),
  }),
  activity: z.object({ limit: z.exactOptional(z.int().check(z.minimum(1), z.maximum(200))) }),
  schedule: z.object({
    tab,
    upload: z.exactOptional(target),
    every: z.enum(EVERY),
    hour: z.exactOptional(z.int().check(z.minimum(0), z.maximum(23))),
    weekday: z.exactOptional(z.int().check(z.minimum(1), z.maximum(7))),
    estimate: z.exactOptional(z.boolean()),
  }),
  unschedule: z.object({ tab, upload: z.exactOptional(target) }),
  takeOver: z.object({ tab, upload: z.exactOptional(target) }),
  preview: z.object({
    tab,
    visibleRowsOnly: z.exactOptional(z.boolean()),
    deleteSelected: z.exactOptional(z.boolean()),
  }),
  plan: z.object({ tab }),
  apply: z.object({
    plan,
    exclude: z.exactOptional(changes),
    overwrite: z.exactOptional(changes),
    confirmed: z.exactOptional(z.boolean()),
  }),
  undo: z.object({ plan: z.exactOptional(plan) }),
  pushes: z.object({ limit: z.exactOptional(z.int().check(z.minimum(1), z.maximum(200))) }),
  journal: z.object({
    plan: z.exactOptional(plan),
    limit: z.exactOptional(z.int().check(z.minimum(1), z.maximum(20_000))),
  }),
  showCell: z.object({
    tab,
    row: z.int().check(z.minimum(0)),
    id: z.exactOptional(z.string()),
    field: z.exactOptional(text),
    column: z.exactOptional(column),
  }),
  showUnsent: z.object({ tab, only: z.boolean() }),
  uploadTargets: z.object({}),
  uploadTabs: z.object({}),
  uploadSplit: z.object({ tab }),
  uploadMapping: z.object({ tab, target, template: z.exactOptional(text) }),
  uploadRemember: z.object({ tab, target, mapping, options: uploadOptions }),
  uploadCheck: z.object(packaging),
  uploadUnmark: z.object({ tab }),
  uploadFile: z.object({ ...packaging, part }),
  uploadSend: z.object(packaging),
  uploads: z.object({ limit: z.exactOptional(z.int().check(z.minimum(1), z.maximum(200))) }),
  uploadSent: z.object({ upload, part }),
  uploadVerify: z.object({ upload }),
  uploadPlaces: z.object({ target }),
  uploadApps: z.object({ target, text }),
  uploadPlace: z.object({
    target,
    place: z.exactOptional(place),
    title: text,
    app: z.exactOptional(text),
    create: z.exactOptional(z.literal(true)),
    emails: z.exactOptional(z.array(text).check(z.maxLength(20))),
  }),
};

/** Throws BAD_REQUEST naming the first thing that is wrong; values are never repeated, they may be keys. */
export function parsePayload<Method extends ApiMethod>(
  method: Method,
  payload: unknown,
): Api[Method]['payload'] {
  const parsed = SCHEMAS[method].safeParse(payload ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path.join('.') ?? '';
  throw new AppError('BAD_REQUEST', { problem: `${path || 'the request'} is missing or of the wrong kind` });
}
