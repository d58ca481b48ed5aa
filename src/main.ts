/** The global functions that Apps Script sees: menu actions, triggers and the sidebar's one call. Nothing else. */
import { callApi } from './app/api';
import { pushEdits, reviewEdits, undoLastPush } from './app/menu/push-actions';
import { uploadActiveTab } from './app/menu/upload-actions';
import { MENU, pullFromMenu, refreshAll } from './app/menu-actions';
import { continueJobs } from './app/run-jobs';
import { runScheduled } from './app/run-scheduled';
import { showMenu } from './platform/menu';
import { createPorts } from './platform/ports';

declare const global: Record<string, (...args: never[]) => unknown>;

/** Runs without any permission before the add-on is enabled in a file: it may only build the menu. */
global.onOpen = () => showMenu('SaaS Ledger', MENU);
global.onInstall = () => showMenu('SaaS Ledger', MENU);

global.openSidebar = () => createPorts().notice.openSidebar();
global.pullApps = () => pullFromMenu(createPorts(), 'apps');
global.pullContracts = () => pullFromMenu(createPorts(), 'contracts');
global.pullUsers = () => pullFromMenu(createPorts(), 'users');
global.refreshAll = () => refreshAll(createPorts());
global.reviewEdits = () => reviewEdits(createPorts());
global.pushEdits = () => pushEdits(createPorts());
global.undoLastPush = () => undoLastPush(createPorts());

global.flagSsoTax = () => pullFromMenu(createPorts(), 'ssoTax');
global.uploadSheet = () => uploadActiveTab(createPorts());

global.runScheduled = () => runScheduled(createPorts());
global.continueJob = () => continueJobs(createPorts());

global.api = (method: string, payload: unknown) => callApi(createPorts(), method, payload);
