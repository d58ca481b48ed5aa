/** What a person can choose from: the resources and reports of a platform, and the fields of each. */
import { Dispatcher } from '../core/http/dispatcher';
import { testsFor } from '../core/filter/filter';
import { testWords } from '../core/filter/words';
import type { Ports } from '../ports';
import { findProvider } from '../providers/catalogue';
import { connectionOf } from './account';
import { findSubject, isReport, offeredFields, subjectsOf } from './catalogue';
import type { Api, FieldInfo, ResourceInfo } from './contract';
import { readBaseline } from './pull-writing';
import { TabIndex } from './tab-index';

const PATIENCE_MS = 60_000;

export function resources(payload: { provider: string }): ResourceInfo[] {
  return subjectsOf(findProvider(payload.provider)).map((subject) => ({
    resource: subject.resource,
    title: subject.title,
    description: subject.description,
    writable: !isReport(subject) && subject.fields.some((field) => field.writable),
    deletable: !isReport(subject) && subject.writes?.remove !== undefined,
    filterIdeas: subject.filterIdeas ?? [],
    ...(isReport(subject)
      ? { report: true, ...(subject.isShared ? { shared: true, fixed: true } : {}) }
      : {}),
  }));
}

/** `selected` is what the tab shows now, or the usual choice where there is no tab yet. */
export function fields(ports: Ports, payload: Api['fields']['payload']): FieldInfo[] {
  const provider = findProvider(payload.provider);
  const subject = findSubject(provider, payload.resource);
  const dispatcher = new Dispatcher(ports, connectionOf(ports, provider), {
    deadline: ports.clock.now() + PATIENCE_MS,
  });
  const index = new TabIndex(ports);
  const entry = payload.tab === undefined ? index.find(provider, subject) : index.named(payload.tab);
  const offered = offeredFields(dispatcher, subject);
  const usual = offered.filter(({ selected }) => selected).map(({ key }) => key);
  const chosen = readBaseline(ports, entry).snapshot?.config.fields ?? usual;
  const places = new Map(chosen.map((key, order) => [key, order]));
  return offered.map((field) => {
    const order = places.get(field.key);
    return {
      key: field.key,
      label: field.label,
      type: field.type,
      writable: field.writable,
      custom: field.custom,
      identity: field.key === subject.key,
      usual: field.selected,
      selected: order !== undefined,
      ...(order === undefined ? {} : { order }),
      help: field.help,
      tests: testsFor(field.type),
      testWords: Object.fromEntries(testsFor(field.type).map((test) => [test, testWords(test)])),
      ...(field.options ? { options: field.options } : {}),
    };
  });
}
