import type { Column } from '../../../app/shared/preview/preview.ts';

/** Numbers stand under each other by their ends. */
export const isRight = ({ kind }: Column): boolean => kind === 'number';
