import type { Message } from '../../messages/message.ts';
import { authorityName, feedAddress, odataAddress } from '../address.ts';
import type { Feed, FeedFormat, FeedServerSettings } from '../feed.ts';

/** The feed that a tool reads. */
export interface RecipeTarget {
  feed: Feed;
  /** `http://192.168.1.5:8439` */
  origin: string;
  /** `null`: unknown, as only a key that was just made is known. `placeholder` stands for it. */
  key: string | null;
  encryption: FeedServerSettings['encryption'];
}

/** What a tool needs of the feed or its server. */
const recipeNeeds = ['elsewhere', 'keyInUrl', 'wrapped', 'trust'] as const;
export type RecipeNeed = (typeof recipeNeeds)[number];

/** A text to copy, or fields of the tool's own window by their English labels. */
export type RecipePart =
  | { kind: 'text'; title: Message; text: string }
  | { kind: 'fields'; title: Message; fields: readonly { label: string; value: string }[] };

/** How one tool reads a feed. */
export interface Recipe {
  /** The same in every language. */
  name: string;
  needs: readonly RecipeNeed[];
  /** What the tool cannot do, in one or two sentences. */
  limits: Message;
  /** Empty: the tool cannot read a feed. */
  parts: (target: RecipeTarget) => RecipePart[];
}

/** The authority as Tokenboard exports it. */
export const authorityFile = `${authorityName}.pem`;
const placeholder = 'YOUR_FEED_KEY';
/** Of Basic authentication (RFC 7617). The server accepts any. */
export const anyUser = 'tokenboard';

export const keyOf = ({ key }: RecipeTarget): string => key ?? placeholder;
export const bearer = (target: RecipeTarget): string => `Bearer ${keyOf(target)}`;
export const addressOf = ({ origin, feed }: RecipeTarget, format: FeedFormat = 'json'): string =>
  feedAddress(origin, feed.name, format);
/** For tools that send nothing but a URL. */
export const addressWithKey = (target: RecipeTarget, format: FeedFormat): string =>
  `${addressOf(target, format)}?key=${encodeURIComponent(keyOf(target))}`;

/** The credentials of Basic, by the labels of the tool. */
export const basicFields = (
  target: RecipeTarget,
  user: string,
  password: string,
): { label: string; value: string }[] => [
  { label: user, value: anyUser },
  { label: password, value: keyOf(target) },
];
export const odataAddressOf = ({ origin }: RecipeTarget): string => odataAddress(origin);

const isMet: Record<RecipeNeed, (feed: Feed, server: FeedServerSettings) => boolean> = {
  elsewhere: (_, { exposure }) => exposure === 'network',
  keyInUrl: ({ allowsKeyInUrl }) => allowsKeyInUrl,
  wrapped: ({ root }) => root === 'wrapped',
  trust: (_, { encryption }) => encryption !== 'own',
};

/** What a tool needs and the feed or its server does not have. */
export const unmetNeeds = ({ needs }: Recipe, feed: Feed, server: FeedServerSettings): RecipeNeed[] =>
  needs.filter((need) => !isMet[need](feed, server));
