/** The execution log. What is logged has been through the redactor (core/http/redaction.ts). */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
}
