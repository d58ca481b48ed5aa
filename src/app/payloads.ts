/** What the sidebar may send, checked before any handler sees it. */
import * as z from 'zod/mini';
import { AppError } from '../core/errors';
import type { Api, ApiMethod } from './contract';

// Apps Script compiles nothing at run time for us: zod's own code generation stays off.
z.config({ jitless: true });

const provider = z.enum(['torii', 'zluri']);
const resource = z.enum([
  'apps',
  'contracts',
  'users',
  'appUsers',
  'userApps',
  'licenses',
  'transactions',
  'auditLog',
  'workflowRuns',
  'roles',
  'admins',
  'fields',
]);
const job = z.object({ job: z.string() });

const SCHEMAS: { readonly [Method in ApiMethod]: z.ZodMiniType<Api[Method]['payload']> } = {
  status: z.object({}),
  connect: z.object({ provider, apiKey: z.string() }),
  disconnect: z.object({ provider }),
  resources: z.object({ provider }),
  fields: z.object({ provider, resource }),
  pull: z.object({
    provider,
    resource,
    fields: z.exactOptional(z.array(z.string())),
    filters: z.exactOptional(z.unknown()),
    tab: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(100))),
  }),
  job,
  step: job,
  stop: job,
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
