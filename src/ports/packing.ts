/** Makes long text short for the time that it lies in the file. */
export interface Packing {
  /** Text of letters, digits, “+”, “/” and “=”; it opens with a letter. */
  pack(text: string): string;
  /** What was packed, or null where the text is not what pack makes. */
  unpack(packed: string): string | null;
}
