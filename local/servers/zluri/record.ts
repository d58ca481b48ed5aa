/** The records of a tenant as they are stored: flat, with people, departments and custom fields as ids. */
import type { Instance, IntegrationSync } from './integrations/sync';

/** An app, a contract, a user, a use, an admin or an entry of the audit log. */
export interface ZluriRecord {
  /** What fields of the organisation hold; values of fields that are not defined are not shown. */
  custom_fields?: CustomValue[];
  [key: string]: unknown;
}

export interface CustomValue {
  field_id: string;
  /** Kept only where no definition gives it. */
  field_name?: string;
  field_value: unknown;
}

/** https://help.zluri.com/reference/getorgcustomfields-1 */
export type CustomFieldType = 'text' | 'date' | 'bool' | 'select' | 'reference';

export interface CustomField {
  field_id: string;
  field_name: string;
  field_type: CustomFieldType;
  /** Of a select only. */
  field_options?: string[];
}

/** One person's account in one app; it holds what both sides of it do not. */
export interface AppUse extends ZluriRecord {
  user_app_id: string;
  app_id: string;
  user_id: string;
}

/** One kind of licence of one app. */
export interface Licence {
  license_id: string;
  license_name: string;
  app_id: string;
}

export interface Department {
  department_id: string;
  department_name: string;
}

export interface Organisation {
  org_id: string;
  org_name: string;
  /** Months, as two digits. */
  financial_year_start: string;
  financial_year_end: string;
  currency: string;
  owner_id: string | null;
}

/** Everything that a server holds; all of it may be changed while it runs. */
export interface ZluriData {
  org: Organisation;
  apps: ZluriRecord[];
  contracts: ZluriRecord[];
  users: ZluriRecord[];
  /** Uses that were listed or changed; the seeded ones are worked out when they are asked for. */
  appUsers: AppUse[];
  admins: ZluriRecord[];
  auditLog: ZluriRecord[];
  appFields: CustomField[];
  contractFields: CustomField[];
  userFields: CustomField[];
  licenses: Licence[];
  departments: Department[];
  /** Expenses that custom integrations brought; no call that is known lists them. */
  transactions: Record<string, unknown>[];
  /** Of custom integrations. */
  instances: Instance[];
  /** Of all instances, with what was uploaded. */
  syncs: IntegrationSync[];
}

type Loose<T> = Partial<T> & Record<string, unknown>;

/** A tenant as a test writes it down: what is missing is filled in. */
export interface ZluriTenant {
  org?: Loose<Organisation>;
  apps?: Record<string, unknown>[];
  contracts?: Record<string, unknown>[];
  users?: Record<string, unknown>[];
  appUsers?: Loose<AppUse>[];
  admins?: Record<string, unknown>[];
  auditLog?: Record<string, unknown>[];
  appFields?: Loose<CustomField>[];
  contractFields?: Loose<CustomField>[];
  userFields?: Loose<CustomField>[];
  licenses?: Loose<Licence>[];
  departments?: Loose<Department>[];
  instances?: Instance[];
}
