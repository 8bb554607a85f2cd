import type { IncomingMessage, ServerResponse } from 'node:http';

export interface DataRequest {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
}

/** Data with a form of its own, at `/api/<name>`. Sent only to a caller whose token has the scope. */
export interface Endpoint {
  scope: 'sales:read' | 'inventory:read';
  /** Absent: GET and HEAD. */
  method?: 'POST';
  /** Throws BadParameter. */
  send(data: DataRequest): void | Promise<void>;
}
