import { z } from 'zod';
import openApi from './peaka-openapi.json' with { type: 'json' };

/** The parts of the document that the corrections touch. Everything else is kept as it is. */
const schemaSchema = z.looseObject({});
const responsesSchema = z.record(z.string(), schemaSchema);
const operationSchema = z.looseObject({ responses: responsesSchema });
const documentSchema = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.looseObject({ schemas: z.record(z.string(), schemaSchema) }),
});
export type OpenApi = z.infer<typeof documentSchema>;

/** Where Peaka's own document is known to be wrong or silent. */
export interface Slip {
  name: string;
  /** How we know. */
  reason: string;
  correct(document: OpenApi): void;
}

const reference = (schema: string) => ({ $ref: `#/components/schemas/${schema}` });
const jsonOf = (schema: object, description = '') => ({ description, content: { 'application/json': { schema } } });

/** A list that the document describes as one object. */
const list = (path: string, schema: string, reason: string): Slip => ({
  name: `GET ${path} is a list`,
  reason,
  correct: ({ paths }) => {
    const operation = paths[path]?.get;
    if (operation) operation.responses['200'] = jsonOf({ type: 'array', items: reference(schema) });
  },
});

export const peakaSlips: readonly Slip[] = [
  list(
    '/connections/config',
    'ConnectionConfiguration',
    'Its own description: “a list of all connection configurations”.',
  ),
  list('/connections/{projectId}', 'Connection', 'Its own example is a list of connections.'),
  list('/organizations', 'Organization', 'Its own example is a list of organizations.'),
  list('/organizations/{organizationId}/workspaces', 'Workspace', 'Its own example is a list of workspaces.'),
  {
    name: 'GET /info',
    reason: 'Not described. Peaka’s own MCP servers ask it who a key belongs to (peakacom/peaka-mcp-server).',
    correct: ({ paths }) => {
      const text = { type: 'string' };
      const properties = { userId: text, email: text, projectId: text, projectName: text };
      const schema = { type: 'object', required: ['userId', 'email'], properties, additionalProperties: false };
      paths['/info'] = { get: { responses: { 200: jsonOf(schema) } } };
    },
  },
  {
    name: 'errors',
    reason:
      'Only status 200 is described. The guide shows errors of this form, for the name of a catalog that is taken.',
    correct: ({ paths }) => {
      const properties = { errorCode: { type: 'integer' }, message: { type: 'string' } };
      const error = { type: 'object', required: ['errorCode', 'message'], properties, additionalProperties: false };
      for (const operations of Object.values(paths))
        for (const operation of Object.values(operations))
          for (const status of ['400', '401', '403', '404', '409']) operation.responses[status] = jsonOf(error);
    },
  },
];

/**
 * Peaka's document (source: `info.x-source`), corrected. No object may have members that the document does not name:
 * the document would let a misspelt member pass.
 */
export function peakaDocument(slips: readonly Slip[] = peakaSlips): OpenApi {
  const document = documentSchema.parse(structuredClone(openApi));
  for (const slip of slips) slip.correct(document);
  for (const schema of Object.values(document.components.schemas)) schema.additionalProperties = false;
  return document;
}
