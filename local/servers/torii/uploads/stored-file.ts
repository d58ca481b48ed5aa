/** A file that was uploaded. https://developers.toriihq.com/reference/getfilesid */

export const FILE_TYPES = ['attachment', 'expenseReport', 'customIntegrationData', 'plugin'] as const;
export type FileType = (typeof FILE_TYPES)[number];

export interface StoredFile {
  id: number;
  type: FileType;
  fileName: string;
  creationTime: string;
  /** Id of a user; null in a tenant without any. */
  uploadedBy: number | null;
  /** Where in the bucket its content is. */
  path: string;
  contentType: string;
  /** Length of the content in bytes. */
  size: number;
  /** The content as text, read when it is asked for. */
  readonly text: string;
}
