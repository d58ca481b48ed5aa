/** Starts the workbench's page. */
import { render } from 'preact';
import { App } from './App';
import './styles/page.css';
import './styles/grid.css';
import './styles/behind.css';

const root = document.getElementById('workbench');
if (!root) throw new Error('The page has no place for the workbench.');
// The grid component comes as a module of its own.
void customElements.whenDefined('revo-grid').then(() => render(<App />, root));
