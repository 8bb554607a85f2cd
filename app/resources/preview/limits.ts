// What is made of a body, and what crosses to the window. The window reads these too: nothing else is here.

/** Columns of a table. */
export const maximumColumns = 500;
/** Characters of a name that the window shows: a column, a field, a list. */
export const maximumNameCharacters = 200;
/** Characters of a JSON Pointer to a column or a list. A longer one is left out of the table; the tree shows it. */
export const maximumPointerCharacters = 2000;
/**
 * Bytes of JSON made from another format. Its size does not follow from the size of the body: each row of a CSV repeats
 * all names. 30 MB of commas made 600 MB.
 */
export const mostMadeBytes = 256 * 1024 * 1024;
