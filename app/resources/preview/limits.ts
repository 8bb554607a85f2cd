// Limits for what is made of a body and sent to the window. Separate from the preview, because the window reads these
// too.

/** Columns of a table. */
export const maximumColumns = 500;
/** Characters of a name that the window shows: a column, a field, a list. */
export const maximumNameCharacters = 200;
/** Characters of a JSON Pointer to a column or list. The table omits longer ones; the tree shows them. */
export const maximumPointerCharacters = 2000;
/**
 * Bytes of JSON made from another format. The body's size does not limit it: each row of a CSV repeats all names. 30 MB
 * of commas became 600 MB.
 */
export const mostMadeBytes = 256 * 1024 * 1024;
