// Import before oidc-provider, which prints setup notices (an unknown runtime, an unchanged default) while it loads.
// Nobody watches this console. Errors still appear.
const isNotice = (text: unknown) => typeof text === 'string' && /oidc-provider (?:NOTICE|WARNING):/.test(text);

for (const level of ['info', 'warn'] as const) {
  const write = console[level].bind(console);
  console[level] = (...values: unknown[]) => {
    if (!isNotice(values[0])) write(...values);
  };
}
