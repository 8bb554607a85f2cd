import { useQuery } from '@tanstack/react-query';
import type { PeakaType } from '../../../../app/shared/peaka/connection-type.ts';
import { peakaTypesQuery } from '../../../api/peaka-queries.ts';

/** The type with this identifier, as the account's Peaka describes it. */
export function useType(accountId: string | undefined, picked: string | null): PeakaType | undefined {
  const types = useQuery({ ...peakaTypesQuery(accountId ?? ''), enabled: accountId !== undefined });
  return types.data?.find(({ type }) => type === picked);
}
