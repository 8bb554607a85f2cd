/** In pixels, as the styles have them. */
export const rowHeight = 26;
export const headHeight = 26;
