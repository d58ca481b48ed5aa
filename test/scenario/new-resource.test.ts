/** A resource is one file and one line: a made-up one comes into the picker, the tab, its notes, its drop-downs and the docs. */
import type { Desk } from '../../local/desk';
import { desk, pull } from './desks';
import { ProjectCopy } from './new-resource-copy';
import { ToriiWithMore } from './new-resource-server';

const GADGETS = `/** Gadgets, which no platform has. */
import type { ResourceDefinition } from '../definition';
import { field } from '../field';
import { FIELD_TYPES, LIST_QUERY, MONEY_IN_MINOR_UNITS, PAGING, perMinute, reference } from './settings';

const LIST = reference('getgadgets', 'I');

export const GADGETS: ResourceDefinition = {
  resource: 'gadgets',
  title: 'Gadgets',
  singular: 'gadget',
  plural: 'gadgets',
  description: 'Every gadget and who broke it.',
  path: '/gadgets',
  query: LIST_QUERY,
  fieldsParameter: 'fields',
  envelope: 'gadgets',
  paging: PAGING,
  key: 'id',
  name: 'name',
  fields: [
    field('id', 'ID', 'id', 'The number of the gadget.', LIST),
    field('name', 'Name', 'text', 'What the gadget is called.', LIST, { writable: true }),
    field('state', 'State', 'option', 'How the gadget is.', LIST, {
      writable: true,
      options: [
        { value: 'ok', label: 'In order' },
        { value: 'broken', label: 'Broken' },
      ],
    }),
    field('boughtOn', 'Bought on', 'date', 'When the gadget was bought.', LIST),
  ],
  listing: {
    path: '/gadgets/fields',
    envelope: 'fields',
    attributes: { key: 'systemKey', label: 'name', type: 'type', options: 'options' },
    types: FIELD_TYPES,
    writable: true,
    minorUnits: MONEY_IN_MINOR_UNITS,
    rateClass: perMinute('GET /gadgets/fields', 200),
    evidence: LIST,
  },
  rateClass: perMinute('GET /gadgets', 100),
  evidence: LIST,
};
`;

const RECORDS: readonly Record<string, unknown>[] = [
  { id: 1, name: 'Robot', state: 'ok', boughtOn: '2025-04-01', c_colour: 'red' },
  { id: 2, name: '=Lamp', state: 'broken', boughtOn: null, c_colour: 'blue' },
];
const FIELDS = [
  {
    systemKey: 'c_colour',
    name: 'Colour',
    type: 'dropdown',
    options: [
      { label: 'Red', value: 'red' },
      { label: 'Blue', value: 'blue' },
    ],
  },
];

const copy = new ProjectCopy();
let server: ToriiWithMore;

beforeAll(async () => {
  copy.addToTorii('gadgets', 'GADGETS', GADGETS);
  await copy.build();
  server = await ToriiWithMore.open({
    '/gadgets': (query) => {
      const keys = (query.get('fields') ?? '').split(',');
      const gadgets = RECORDS.map((record) => Object.fromEntries(keys.map((key) => [key, record[key]])));
      return { gadgets, count: gadgets.length, total: gadgets.length };
    },
    '/gadgets/fields': () => ({ fields: FIELDS }),
  });
});

afterAll(async () => {
  await server?.close();
  copy.remove();
});

/** A desk that runs the copy's bundle, connected to a Torii that has gadgets. */
async function deskWithGadgets(): Promise<Desk> {
  const opened = await desk({ bundle: copy.bundle, routes: { 'api.toriihq.com': server.url } });
  server.behind = opened.torii.url;
  await opened.api('connect', { provider: 'torii', apiKey: opened.torii.apiKey });
  return opened;
}

test('the sidebar offers it, with its own fields and those that the organisation made', async () => {
  const desk = await deskWithGadgets();
  const resources = (await desk.api('resources', { provider: 'torii' })) as { resource: string }[];
  expect(resources.find(({ resource }) => resource === 'gadgets')).toMatchObject({
    title: 'Gadgets',
    description: 'Every gadget and who broke it.',
    writable: true,
  });
  expect(await desk.api('fields', { provider: 'torii', resource: 'gadgets' })).toMatchObject([
    { key: 'id', label: 'ID', type: 'id', writable: false, selected: true },
    { key: 'name', label: 'Name', type: 'text', writable: true, custom: false },
    { key: 'state', label: 'State', type: 'option', options: [{ label: 'In order' }, { label: 'Broken' }] },
    { key: 'boughtOn', label: 'Bought on', type: 'date', writable: false },
    { key: 'c_colour', label: 'Colour', type: 'option', custom: true, options: [{ value: 'red' }, {}] },
  ]);
});

test('its tab has columns, types and notes as every other, and its option fields have drop-downs', async () => {
  const desk = await deskWithGadgets();
  expect(await pull(desk, 'gadgets')).toMatchObject({ state: 'done', result: { added: 2 } });
  expect(server.asked.at(-1)).toMatch(/^\/v1\.0\/gadgets\?.*fields=id(,|%2C)name(,|%2C)state/);
  const tab = desk.tab('Gadgets');
  expect(tab.header()).toEqual(['ID', 'Name', 'State', 'Bought on', 'Colour', 'Status']);
  expect(tab.rows()).toMatchObject([
    { ID: 1, Name: 'Robot', State: 'In order', 'Bought on': expect.any(Date), Colour: 'Red' },
    { ID: 2, Name: '=Lamp', State: 'Broken', 'Bought on': '', Colour: 'Blue' },
  ]);
  expect(tab.notes()[0]?.map((note) => note.split('\n').at(-1))).toEqual(
    ['id', 'name', 'state', 'boughtOn', 'c_colour', '$status'].map((key) => `saas-ledger: ${key}`),
  );
  expect(await pull(desk, 'gadgets')).toMatchObject({ state: 'done', result: { unchanged: 2 } });
  expect(tab.choices('State')).toEqual(['In order', 'Broken']);
  expect(tab.choices('Colour', 2)).toEqual(['Red', 'Blue']);
  expect(tab.choices('Name')).toEqual([]);
});

test('the reference page lists it', async () => {
  const page = await copy.resourcePage();
  expect(page).toContain('### Gadgets\n\nEvery gadget and who broke it. `GET /gadgets`, 1000 a page,');
  expect(page).toMatch(/^\| State \| `state` \| option \| .*How the gadget is\. \|/m);
});

test('the new file and the line that names it fit all types', async () => {
  await copy.checkTypes();
});
