/** For how long a calendar feed keeps a session that is over. */
export const feedKeepsDays = 180;
