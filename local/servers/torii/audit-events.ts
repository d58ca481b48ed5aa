/** What the audit log tells of. https://developers.toriihq.com/reference/getaudit */

/** What the log can be filtered by. */
export const AUDIT_ENTITIES: readonly string[] = [
  'workflows',
  'tasks',
  'contracts',
  'users',
  'apps',
  'transactions',
  'orgs',
  'roles',
  'authentication',
  'access',
  'integrations',
  'licenses',
  'files',
  'features',
  'testConnection',
  'appCatalog',
  'anonymizeUser',
  'renewalForecast',
  'dashboards',
  'accessPolicies',
];

export interface AuditEvent {
  readonly type: string;
  readonly entity: string;
  readonly method: 'put' | 'post';
}

/** Types are documented; which entity each belongs to, and the method of its request, are inferred from their names. */
export const AUDIT_EVENTS: readonly AuditEvent[] = [
  { type: 'update_app_details', entity: 'apps', method: 'put' },
  { type: 'update_apps_details', entity: 'apps', method: 'put' },
  { type: 'edit_app', entity: 'apps', method: 'put' },
  { type: 'update_app_is_hidden', entity: 'apps', method: 'put' },
  { type: 'create_contract', entity: 'contracts', method: 'post' },
  { type: 'update_contract', entity: 'contracts', method: 'put' },
  { type: 'update_contracts', entity: 'contracts', method: 'put' },
  { type: 'import_contracts', entity: 'contracts', method: 'post' },
  { type: 'update_user_lifecycle_status', entity: 'users', method: 'put' },
  { type: 'upload', entity: 'files', method: 'post' },
  { type: 'create_upload', entity: 'files', method: 'post' },
  { type: 'sync_custom_integration', entity: 'integrations', method: 'put' },
  { type: 'sync_gluu_custom_integration', entity: 'integrations', method: 'put' },
  { type: 'create_public_api_key', entity: 'authentication', method: 'post' },
];

/** The entity of an event, where an entry does not say it itself. */
export function entityOf(type: unknown): string | undefined {
  return AUDIT_EVENTS.find((event) => event.type === type)?.entity;
}
