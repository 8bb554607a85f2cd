/** Windows that a login page may have open beside its own. Single sign-on needs one or two; hundreds would bury the app. */
export const mostChildren = 8;
