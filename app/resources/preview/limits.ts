/** Columns of a table at most. The window says so where there may be more: it reads this too, so nothing else is here. */
export const maximumColumns = 500;
