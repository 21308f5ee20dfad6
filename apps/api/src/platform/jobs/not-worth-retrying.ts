/** Thrown by a job where trying again by itself leads nowhere: it stops at once and waits for a person. */
export class NotWorthRetrying extends Error {}
