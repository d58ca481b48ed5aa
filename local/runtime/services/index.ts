/** The global services of an execution: every name that the bundle finds, besides JavaScript's own and console. */
import type { Host } from '../host';
import type { ServiceObject } from '../service-object';
import { createCacheService } from './cache';
import { createHtmlService } from './html';
import { createLockService } from './lock';
import { createLogger } from './logger';
import { createMailApp } from './mail';
import { createPropertiesService } from './properties';
import { createScriptApp } from './script';
import { createSession } from './session';
import { createCharts } from './spreadsheet/chart-enums';
import { createSpreadsheetApp } from './spreadsheet/spreadsheet-app';
import { createUrlFetchApp } from './url-fetch';
import { createUtilities } from './utilities';

export type Services = Readonly<Record<string, ServiceObject>>;

/** Services by global name, made anew for each execution. */
export function createServices(host: Host): Services {
  return {
    CacheService: createCacheService(host),
    Charts: createCharts(),
    HtmlService: createHtmlService(host),
    LockService: createLockService(host),
    Logger: createLogger(host),
    MailApp: createMailApp(host),
    PropertiesService: createPropertiesService(host),
    ScriptApp: createScriptApp(host),
    Session: createSession(host),
    SpreadsheetApp: createSpreadsheetApp(host),
    UrlFetchApp: createUrlFetchApp(host),
    Utilities: createUtilities(host),
  };
}
