/** What runs when a person opens, edits or rearranges the spreadsheet: simple triggers, then installed ones. */
import type { AuthMode, StoredTrigger } from '../runtime/host';
import type { Services } from '../runtime/services';
import { changeEvent, editEvent, openEvent, type ChangeType, type Edit } from './event';
import type { OpenFile } from './open-file';
import { fireTrigger } from './schedule';

export class SheetEvents {
  readonly #file: OpenFile;
  readonly #user: string;

  /** @param user e-mail address of the person, for whom simple triggers run */
  constructor(file: OpenFile, user: string) {
    this.#file = file;
    this.#user = user;
  }

  /** An add-on that nobody has used in this file yet opens without authorization. */
  async opened(): Promise<void> {
    const authMode = this.#file.enabled ? 'LIMITED' : 'NONE';
    const args = (services: Services) => [openEvent(services, authMode)];
    const execution = await this.#simple('onOpen', authMode, args);
    if (this.#file.world.functions?.has('onOpen') === false) this.#file.forget(execution);
    await this.#installed('ON_OPEN', (services, id) => openEvent(services, 'FULL', id));
  }

  /** Whether anything runs after an edit or a change of structure. */
  get isHeard(): boolean {
    const installed = this.#file.script.triggers.some(
      ({ type }) => type === 'ON_EDIT' || type === 'ON_CHANGE',
    );
    return installed || this.#hearsEdits;
  }

  async edited(edit: Edit): Promise<void> {
    if (this.#hearsEdits) {
      await this.#simple('onEdit', 'LIMITED', (services) => [editEvent(services, 'LIMITED', edit)]);
    }
    await this.#installed('ON_EDIT', (services, id) => editEvent(services, 'FULL', edit, id));
    await this.changed('EDIT');
  }

  async changed(change: ChangeType): Promise<void> {
    await this.#installed('ON_CHANGE', (services, id) => changeEvent(services, change, id));
  }

  /** Only where the add-on is enabled. https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle */
  get #hearsEdits(): boolean {
    return this.#file.enabled && this.#file.world.functions?.has('onEdit') === true;
  }

  #simple(fn: string, authMode: AuthMode, args: (services: Services) => readonly unknown[]) {
    return this.#file.run({ fn, kind: 'simple', authMode, user: this.#user, args });
  }

  /** For the people who made them, whoever is at the keyboard. */
  async #installed(
    type: StoredTrigger['type'],
    event: (services: Services, triggerUid: string) => object,
  ): Promise<void> {
    const { triggers } = this.#file.script;
    for (const trigger of triggers.filter((each) => each.type === type)) {
      await fireTrigger(this.#file, trigger, (services) => event(services, trigger.id));
    }
  }
}
