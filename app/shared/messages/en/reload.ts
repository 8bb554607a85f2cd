/** Reload intervals, and what is told about their runs. */
export const reload = {
  'files.of.runHistory': 'the history of runs',
  'reload.problem.number': 'Enter a number of seconds.',
  'reload.problem.short': 'The shortest interval is 1 second.',
  'reload.problem.long': 'The longest interval is 7 days.',
  'reload.problem.whole': 'Enter whole seconds.',
  'reload.notification.fails.title': '{count, plural, one {A resource fails} other {# resources fail}}',
  'reload.notification.fails.body': '{names}: the last data stays. Tokenboard shows the cause.',
  'reload.notification.works.title': '{count, plural, one {A resource works again} other {# resources work again}}',
  'reload.notification.works.body': '{names}',
} as const;
