/** A member's finding about one criterion. */
export const findings = ['met', 'not-met', 'not-evidenced'] as const;
export type Finding = (typeof findings)[number];

/** A member's vote. `waiting-list` is no vote: it is an admission without a free place. */
export const voteChoices = ['admit', 'admit-by-exception', 'reject'] as const;
export type VoteChoice = (typeof voteChoices)[number];

/** The choice of the majority. */
export interface Majority<Choice extends string> {
  /** `null`: a tie that the chair did not decide, or no choices at all. */
  readonly choice: Choice | null;
  readonly counts: Readonly<Record<Choice, number>>;
  /** Recorded if the chair's own choice broke a tie. */
  readonly decidedByChair: boolean;
}

/** The majority decides; in a tie the chair's own choice does, if it is one of the tied ones. */
export function mostOf<Choice extends string>(
  among: readonly Choice[],
  said: readonly { readonly accountId: string; readonly choice: Choice }[],
  chairId: string | null,
): Majority<Choice> {
  const counts = Object.fromEntries(
    among.map((choice) => [choice, said.filter((one) => one.choice === choice).length]),
  ) as Record<Choice, number>;
  const most = Math.max(...among.map((choice) => counts[choice]));
  const level = among.filter((choice) => counts[choice] === most && most > 0);
  const [only] = level;
  if (level.length === 1 && only) return { choice: only, counts, decidedByChair: false };
  const chairs = said.find(({ accountId }) => accountId === chairId)?.choice;
  const decidedByChair = chairs !== undefined && level.includes(chairs);
  return { choice: decidedByChair ? chairs : null, counts, decidedByChair };
}
