/** Protection: a tab or a range that only some people may change. */
import { ScriptError, ServiceObject, type EnumValue } from '../../service-object';
import type { Protection as Guard } from '../../workbook/protection';
import { User } from '../session';
import { demand, flag, instance, list, text } from './arguments';
import { ProtectionType } from './enums';
import { NamedRange, namedRangeOf } from './named-range';
import type { Range } from './range';
import { areaOf, isRange } from './range-place';
import type { Session } from './session';

type Person = string | User;

const email = (person: Person): string => (typeof person === 'string' ? person : person.getEmail());
const person = (value: unknown): boolean => text(value) || value instanceof User;

/** https://developers.google.com/apps-script/reference/spreadsheet/protection */
export class Protection extends ServiceObject {
  readonly className = 'Protection';
  readonly #session: Session;
  readonly #guard: Guard;

  constructor(session: Session, guard: Guard) {
    super();
    this.#session = session;
    this.#guard = guard;
  }

  getProtectionType(): EnumValue {
    return this.#guard.region === null ? ProtectionType.SHEET : ProtectionType.RANGE;
  }

  /** For a protected tab, all of it. */
  getRange(): Range {
    const { sheet, region } = this.#guard;
    const whole = { row: 1, column: 1, rows: sheet.maxRows, columns: sheet.maxColumns };
    return this.#session.range(sheet, region?.rect ?? whole);
  }

  setRange(range: Range): this {
    demand('Protection.setRange', [range], [isRange]);
    const { tab, rect } = areaOf(range);
    this.#change().region = tab.track(rect);
    this.#guard.rangeName = null;
    return this;
  }

  getRangeName(): string | null {
    return this.#guard.rangeName;
  }

  setRangeName(rangeName: string): this {
    demand('Protection.setRangeName', [rangeName], [text]);
    const named = this.#session.namedRange(rangeName);
    if (named === null) throw new ScriptError(`The named range ${rangeName} was not found.`);
    return this.setNamedRange(new NamedRange(this.#session, named));
  }

  setNamedRange(namedRange: NamedRange): this {
    demand('Protection.setNamedRange', [namedRange], [instance(NamedRange)]);
    const { name, region } = namedRangeOf(namedRange);
    this.#change().region = region;
    this.#guard.rangeName = name;
    return this;
  }

  getDescription(): string {
    return this.#guard.description;
  }

  setDescription(description: string): this {
    demand('Protection.setDescription', [description], [text]);
    this.#change().description = description;
    return this;
  }

  isWarningOnly(): boolean {
    return this.#guard.warningOnly;
  }

  setWarningOnly(warningOnly: boolean): this {
    demand('Protection.setWarningOnly', [warningOnly], [flag]);
    this.#change().warningOnly = warningOnly;
    return this;
  }

  canEdit(): boolean {
    return this.#guard.allows(this.#session.person, this.#session.workbook.owner);
  }

  canDomainEdit(): boolean {
    return this.#guard.domainEdit;
  }

  setDomainEdit(editable: boolean): this {
    demand('Protection.setDomainEdit', [editable], [flag]);
    this.#change().domainEdit = editable;
    return this;
  }

  /** Without the owner, who may always edit. https://github.com/brucemcpherson/gas-fakes/blob/main/notes/oddities.md */
  getEditors(): User[] {
    return [...this.#editors()].map((address) => new User(address));
  }

  addEditor(added: Person): this {
    demand('Protection.addEditor', [added], [person]);
    return this.addEditors([added]);
  }

  addEditors(added: Person[]): this {
    demand('Protection.addEditors', [added], [list]);
    const editors = new Set([...this.#editors(), ...added.map(email)]);
    editors.delete(this.#session.workbook.owner);
    this.#change().editors = editors;
    return this;
  }

  removeEditor(removed: Person): this {
    demand('Protection.removeEditor', [removed], [person]);
    return this.removeEditors([removed]);
  }

  /** Neither the owner nor whoever runs the script can be taken off. */
  removeEditors(removed: Person[]): this {
    demand('Protection.removeEditors', [removed], [list]);
    const gone = new Set(removed.map(email));
    const stay = [...this.#editors()].filter(
      (editor) => !gone.has(editor) || editor === this.#session.person,
    );
    this.#change().editors = new Set(stay);
    return this;
  }

  getUnprotectedRanges(): Range[] {
    const { sheet, unprotected } = this.#guard;
    return unprotected.flatMap(({ rect }) => (rect === null ? [] : [this.#session.range(sheet, rect)]));
  }

  setUnprotectedRanges(ranges: Range[]): this {
    demand('Protection.setUnprotectedRanges', [ranges], [(value) => list(value) && ranges.every(isRange)]);
    this.#change().unprotected = ranges.map((range) => {
      const { tab, rect } = areaOf(range);
      return tab.track(rect);
    });
    return this;
  }

  remove(): void {
    this.#change();
    const { workbook } = this.#session;
    workbook.protections = workbook.protections.filter((guard) => guard !== this.#guard);
  }

  /** As long as nobody changed the list, all editors of the file, and whoever runs the script, are on it. */
  #editors(): Set<string> {
    const { owner, editors } = this.#session.workbook;
    const everybody = new Set([...editors, this.#session.person]);
    everybody.delete(owner);
    return this.#guard.editors ?? everybody;
  }

  #change(): Guard {
    if (!this.canEdit()) {
      throw new ScriptError('You do not have permission to edit the protected range or sheet.');
    }
    this.#session.workbook.touch();
    return this.#guard;
  }
}
