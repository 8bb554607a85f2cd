import type { PeakaField } from '../../../../app/shared/peaka/connection-type.ts';

/** Peaka says nothing about a field that its form does not have. A secret must not be shown by mistake. */
const looksSecret = (name: string): boolean => /token|secret|password|key|credential/i.test(name);

/** The fields that the user fills in because the connection cannot. All of them are required. Pure. */
export const missingFields = (names: readonly string[], fields: readonly PeakaField[]): PeakaField[] =>
  names.map((name) => ({
    ...(fields.find((field) => field.name === name) ?? {
      name,
      kind: 'text' as const,
      description: '',
      isSecret: looksSecret(name),
    }),
    required: true,
  }));
