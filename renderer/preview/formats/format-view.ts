/** How the window shows a format; a file for each, collected in `format-views.ts`. Its colours: `raw/raw-editor.tsx`. */
export interface FormatView {
  /** Said of a table without rows, where the format knows more than that. */
  noRows?(): string;
  /** The user says what the first row holds. */
  hasFirstRow?: boolean;
  /** The body is the list of rows, so no path leads to them. */
  hasNoPaths?: boolean;
}
