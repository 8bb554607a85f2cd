// A process of the platform tests: says what it was told.
const port = process.parentPort;
const respond = (message) => {
  if (message.type === 'exhaust') {
    // Bytes must cross as bytes. What is kept has no end.
    if (!(message.bytes instanceof Uint8Array)) return;
    for (const kept = []; ; ) kept.push({ place: kept.length, text: `text ${kept.length}` });
  }
  const reply = {
    type: 'pong',
    message,
    args: process.argv.slice(2),
    key: process.env.TOKENBOARD_KEY ?? 'not given',
  };
  if (port) port.postMessage(reply);
  else process.send(reply);
};
if (port) port.on('message', (event) => respond(event.data));
else process.on('message', respond);
