import type { IncomingMessage, ServerResponse } from 'node:http';

export interface DataRequest {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
}

/** Data at `/api/<name>` that is sent in its own form, to callers whose token has the scope. */
export interface Endpoint {
  scope: 'sales:read' | 'inventory:read';
  /** Absent: GET and HEAD. */
  method?: 'POST';
  /** Throws BadParameter. */
  send(data: DataRequest): void | Promise<void>;
}
