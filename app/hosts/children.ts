export const mostChildren = 8;
