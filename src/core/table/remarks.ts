/** What a person should know about a refresh, gathered cell by cell and said once for each column. */
import type { Problem } from './codec/codec';
import type { Field, FieldType } from './field';

const READ_AS: Partial<Record<FieldType, string>> = {
  number: 'numbers',
  money: 'amounts of money',
  boolean: 'yes or no',
  date: 'dates',
  dateTime: 'dates and times',
};

export class Remarks {
  private readonly problems = new Map<string, { field: Field; problem: Problem; count: number }>();
  private unknown = 0;

  /** A value is not shown as it should be. */
  problem(field: Field, problem: Problem): void {
    const name = `${problem}:${field.key}`;
    const known = this.problems.get(name);
    if (known) known.count += 1;
    else this.problems.set(name, { field, problem, count: 1 });
  }

  /** A cell was kept because nobody remembers whether a person or the platform changed it. */
  kept(): void {
    this.unknown += 1;
  }

  /** One sentence for each kind of thing that happened. */
  sentences(provider: string): string[] {
    const sentences = [...this.problems.values()].map(({ field, problem, count }) =>
      problem === 'unreadable'
        ? `${values(count)} of “${field.label}” could not be read as ${READ_AS[field.type] ?? 'text'} and ` +
          `${count === 1 ? 'is' : 'are'} shown as text.`
        : `${values(count)} of “${field.label}” ${count === 1 ? 'is' : 'are'} longer than a cell can hold and ` +
          `${count === 1 ? 'was' : 'were'} cut; edits there cannot be sent.`,
    );
    if (this.unknown > 0) {
      sentences.push(
        `${cells(this.unknown)} from ${provider}, and what ${provider} said before is not known: ` +
          `${this.unknown === 1 ? 'it was' : 'they were'} kept and marked.`,
      );
    }
    return sentences;
  }
}

function values(count: number): string {
  return count === 1 ? '1 value' : `${count.toLocaleString('en-US')} values`;
}

function cells(count: number): string {
  return count === 1 ? '1 cell differs' : `${count.toLocaleString('en-US')} cells differ`;
}
