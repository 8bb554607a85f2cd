import { useMemo } from 'react';
import type { Resource } from '../../app/shared/resource/resource.ts';
import { validateResource } from '../../app/shared/resource/validate.ts';
import type { Connected } from '../../app/shared/resource/variables.ts';
import { useTouched } from '../common/use-touched.ts';
import { textOf } from '../messages/text.ts';

export type Problems = ReturnType<typeof useProblems>;

/** The problems of the draft's fields, each shown after the user leaves the field or runs the resource. */
export function useProblems(draft: Resource, connection: Connected | undefined) {
  const { isTouched, touch, touchAll } = useTouched();
  const problems = useMemo(() => validateResource(draft, connection), [draft, connection]);
  const shown = problems.filter(({ field }) => isTouched(field));
  return {
    problemOf: (field: string): string | undefined => {
      const problem = shown.find((each) => each.field === field);
      return problem && textOf(problem.message);
    },
    isBodyWrong: shown.some(({ field }) => field.startsWith('body')),
    areParametersWrong: shown.some(({ field }) => field.startsWith('variables.') || field === 'timeZone'),
    arePagesWrong: shown.some(({ field }) => field.startsWith('pages')),
    areHeadersWrong: shown.some(({ field }) => field.startsWith('headers')),
    touch,
    touchAll,
  };
}
