/** Windows that a login page may open. Single sign-on needs one or two; hundreds would bury the app. */
export const mostChildren = 8;
