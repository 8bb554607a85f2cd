/** The callback URL of the mission: every character counts, the last slash too. */
export const defaultCallbackUrl = 'https://www.peakboard.com/oauth2-callback/';
