import { z } from 'zod';

/** Names of secret values: `{name}` stands for a value that the vault keeps as `value:<name>`. */
export const secretValuesSchema = z
  .array(
    z
      .string()
      .regex(/^[a-zA-Z]\w*$/)
      .max(64),
  )
  .max(50)
  .default([]);
