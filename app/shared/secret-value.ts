/** The name in the vault of the value for `{name}`, in URLs, parameters and headers of connections and resources. */
export const valueSecret = (name: string): `value:${string}` => `value:${name}`;

/** The query parameters of a typed URL that contain `{name}`. The console masks the values of these names. */
export const parametersHolding = (url: string, name: string): string[] =>
  [...url.matchAll(/[?&]([^=&#]+)=([^&#]*)/g)].flatMap(([, parameter = '', text = '']) =>
    text.includes(`{${name}}`) ? [parameter] : [],
  );
