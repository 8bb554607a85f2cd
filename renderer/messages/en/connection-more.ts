export const connectionMore = {} as const;
