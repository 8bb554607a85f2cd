import { z } from 'zod';
import { errorCodes } from '../error-codes.ts';

export const id = z.string().min(1).max(64);

export const errorReportSchema = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  serviceMessage: z.string().optional(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});
