// Keys of the JSON made from XML. No name in XML starts with these characters (XML 1.0 §2.3).

export const attributeMark = '@';
/** An element's text beside attributes or elements. */
export const textKey = '#text';

/** What a key stands for, if not for elements. */
export const keyKind = (key: string): 'attribute' | 'text' | undefined =>
  key.startsWith(attributeMark) ? 'attribute' : key === textKey ? 'text' : undefined;
