export const oauth = {} as const;
