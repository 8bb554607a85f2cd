// A process of the host tests: says what it was told.
const port = process.parentPort;
const answer = (message) => {
  const said = { type: 'pong', message, args: process.argv.slice(2), key: process.env.TOKENBOARD_KEY ?? 'not given' };
  if (port) port.postMessage(said);
  else process.send(said);
};
if (port) port.on('message', (event) => answer(event.data));
else process.on('message', answer);
