/** Thrown by a job if another attempt cannot help: it stops at once and waits for a person. */
export class NotWorthRetrying extends Error {}
