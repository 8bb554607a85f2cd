// Imported before oidc-provider, which writes notices for people who set up a provider (an unknown runtime, a default
// left in place) to the console while it loads. Nobody watches this process's console; its own errors still appear there.
const isNotice = (text: unknown) => typeof text === 'string' && /oidc-provider (?:NOTICE|WARNING):/.test(text);

for (const level of ['info', 'warn'] as const) {
  const write = console[level].bind(console);
  console[level] = (...values: unknown[]) => {
    if (!isNotice(values[0])) write(...values);
  };
}
