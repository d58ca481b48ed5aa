/** How a desk is opened, and how its time passes. */
import type { Execution } from '../runtime/execution/execution';
import type { TenantOption } from './local-servers';

export interface DeskOptions {
  /** Seed and sizes of the local tenant, or a tenant as the servers hold it. */
  readonly tenant?: TenantOption;
  /** Where the virtual clock starts: an ISO time. */
  readonly now?: string;
  /** Of the spreadsheet: an IANA name. */
  readonly timeZone?: string;
  /** Of the spreadsheet: as Sheets names it, such as en_US. */
  readonly locale?: string;
  /** Decides the limits of triggers, and whether onOpen first runs without authorization. */
  readonly addOn?: 'bound' | 'published';
  /** E-mail address of the person at the desk. */
  readonly user?: string;
  /** Path of an .xlsx file to start from. */
  readonly workbook?: string;
  /** Whether waiting takes as long as it says: for a real platform, whose limits count real minutes. */
  readonly realTime?: boolean;
  /**
   * Host name → base URL of another server to use instead of the local one; `*.example.com` → `https://*` leads hosts
   * below example.com to themselves.
   */
  readonly routes?: Record<string, string>;
  /** Text, or path of a .js file, of another script to run in place of dist/Code.js. */
  readonly bundle?: string;
  /** Real seconds of computing without a service call after which an execution counts as lost. */
  readonly patience?: number;
}

export interface Span {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
}

export interface DeskTime {
  now(): Date;
  /** Time passes; triggers that fall due run, each at its time. An execution that is running ends first. */
  advance(by: Span): Promise<Execution[]>;
}
