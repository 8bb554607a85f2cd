/** The vault's name for what `{name}` stands for, in URLs, parameters and headers of connections and resources. */
export const valueSecret = (name: string): `value:${string}` => `value:${name}`;

/** The query parameters of a typed URL that hold `{name}`: the console shows no value under such a name. */
export const parametersHolding = (url: string, name: string): string[] =>
  [...url.matchAll(/[?&]([^=&#]+)=([^&#]*)/g)].flatMap(([, parameter = '', text = '']) =>
    text.includes(`{${name}}`) ? [parameter] : [],
  );
