import { type Change, keysOf } from '@libretto/domain/first';
import { ProblemError } from '../api';

/** Sends a change field by field, if each field of a draft has a route of its own. */
export async function sendEach<Part>(
  { from, to }: Change<Record<string, Part>>,
  send: (key: string, change: Change<Partial<Part>>) => Promise<Part>,
): Promise<Record<string, Part>> {
  const arrived: Record<string, Part> = {};
  for (const key of keysOf(from, to)) {
    try {
      arrived[key] = await send(key, { from: from[key] ?? {}, to: to[key] ?? {} });
    } catch (error) {
      if (!(error instanceof ProblemError) || !error.problem.stored) throw error;
      throw new ProblemError({ ...error.problem, stored: { ...arrived, [key]: error.problem.stored } });
    }
  }
  return arrived;
}
