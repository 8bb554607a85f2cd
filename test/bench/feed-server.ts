// A process of its own with the server of feeds: it tells its port and its key. The argument is the file with the body.
import { readFileSync } from 'node:fs';
import { bodyOf, startFeedServer } from '../servers/feed-server.ts';

const bytes = readFileSync(process.argv[2] ?? '');
const { port, secret, state } = await startFeedServer();
state.answer = { status: 'rows', body: bodyOf(bytes), isStale: false, error: null };
process.send?.({ port, secret });
