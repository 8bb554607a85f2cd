// The page of the platform tests: notes the events that it hears.
window.heard = [];
for (const [name, subscribe] of Object.entries(window.tokenboard?.events ?? {}))
  subscribe((payload) => window.heard.push([name, payload]));
document.documentElement.dataset.ready = 'yes';
