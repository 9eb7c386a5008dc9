/** Name of the session cookie, as the sign-in library sets it. */
export const SESSION_COOKIE = 'giaouoc.session_token'
