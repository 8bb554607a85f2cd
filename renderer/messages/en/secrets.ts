export const secrets = {
  'secrets.offer.keep': 'Keep it secret',
  'secrets.offer.open': 'It is not a secret',
  /** In the field of a stored secret. */
  'secrets.stored': '••••••••  stored',
  'secrets.replace': 'Replace',
  /** {label} is the label of the field, such as: Client secret. */
  'secrets.replace.named': 'Replace {label}',
  /** Leaves the stored secret as it is. */
  'secrets.keepStored': 'Keep stored',
  'secrets.show': 'Show for {seconds, plural, one {# second} other {# seconds}}',
  'secrets.show.named': 'Show {label}',
  'secrets.hide': 'Hide',
  'secrets.hide.named': 'Hide {label}',
} as const;
