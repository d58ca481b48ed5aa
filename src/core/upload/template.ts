/** What is known of a vendor's export: how its columns are called, what its words mean, and what makes a licence. */

export interface LicenceRule {
  /** Words of the licence column → name of the licence; others keep their own unless there is a fallback. */
  readonly names: Readonly<Record<string, string>>;
  /** The licence of those whose word is not among the names, or who have none. */
  readonly fallback?: string;
  /** Whether the fallback licence of somebody who never used any of it is inactive. */
  readonly inactiveWithoutUse?: true;
}

export interface TemplateColumn {
  /** Meaning of the target's field that it fills, see UploadField. */
  readonly meaning: string;
  /** Headers that it may have, the most telling first; case, spaces and punctuation do not count. */
  readonly headers: readonly string[];
  /** Takes every column that matches, not only the first one. */
  readonly every?: true;
  /** By header, what a yes in such a column stands for; a no stands for nothing: {'Expense License': 'Expense'}. */
  readonly yes?: Readonly<Record<string, string>>;
}

export interface UploadTemplate {
  /** “figma”. */
  readonly template: string;
  /** “Figma Enterprise members”. */
  readonly title: string;
  readonly description: string;
  /** What the app that it is an export of is called; absent where it is none, or may be any. */
  readonly app?: string;
  /** [] for the blank one, which fits anything. */
  readonly targets: readonly string[];
  readonly columns: readonly TemplateColumn[];
  /** Headers of columns that no field takes, although its name would fit. */
  readonly unused?: readonly string[];
  /** The export is recognised by headers: one of each group must be there. [] is never recognised. */
  readonly signature: readonly (readonly string[])[];
  /** By meaning, what words of the export become: {status: {Deactivated: 'deleted'}}, in words that the field's choices know. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By meaning, what every row has. */
  readonly constants: Readonly<Record<string, string>>;
  readonly licences?: LicenceRule;
  /** Where the facts came from. */
  readonly source: string;
}
