declare module 'oauth-sign' {
  const oauthSign: {
    sign(
      signatureMethod: string,
      method: string,
      baseUri: string,
      parameters: Record<string, string | string[]>,
      consumerSecret: string,
      tokenSecret?: string,
    ): string;
    hmacsign(
      method: string,
      baseUri: string,
      parameters: Record<string, string | string[]>,
      consumerSecret: string,
      tokenSecret?: string,
    ): string;
    plaintext(consumerSecret: string, tokenSecret?: string): string;
    generateBase(method: string, baseUri: string, parameters: Record<string, string | string[]>): string;
    rfc3986(text: string): string;
  };
  export default oauthSign;
}
