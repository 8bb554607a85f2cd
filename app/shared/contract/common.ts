import { z } from 'zod';
import { errorCodes } from '../error-codes.ts';
import type { Message } from '../messages/message.ts';

export const id = z.string().min(1).max(64);

export const messageSchema: z.ZodType<Message> = z.strictObject({
  id: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.lazy(() => messageSchema)])).optional(),
});

export const isMessage = (value: unknown): value is Message => messageSchema.safeParse(value).success;

export const errorReportSchema = z.object({
  code: z.enum(errorCodes),
  message: messageSchema,
  serviceMessage: z.string().optional(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), messageSchema])).optional(),
});

export const nothing = z.object({});

export const call = <Request extends z.ZodType, Response extends z.ZodType>(request: Request, response: Response) => ({
  request,
  response,
});
