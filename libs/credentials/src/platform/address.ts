/** The snapshot, the obstacles to awarding it, and its learner. */
export function addressOf(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
