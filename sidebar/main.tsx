/** Starts the sidebar in the page that Apps Script serves. */
import { render } from 'preact';
import { App } from './components/App';
import { googleRunner } from './google/script';
import type { DriverPorts } from './job/driver';
import { createRpc } from './rpc/client';
import './styles/sidebar.css';
import './styles/selection.css';
import './styles/fields.css';
import './styles/filters.css';
import './styles/schedule.css';
import './styles/activity.css';
import './styles/preview.css';
import './styles/push.css';
import './styles/reports.css';
import './styles/upload.css';

const ports: DriverPorts = {
  rpc: createRpc(googleRunner, () => navigator.onLine),
  now: () => Date.now(),
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

const root = document.getElementById('sidebar');
if (!root) throw new Error('The page has no place for the sidebar.');
render(<App ports={ports} />, root);
