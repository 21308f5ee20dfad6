import type { Page } from 'playwright-core';

/** Does a person's step that other journeys click through: straight to the api, as their browser would. */
export async function does<Reply>(
  page: Page,
  method: 'GET' | 'PATCH' | 'POST' | 'PUT',
  path: string,
  data?: unknown,
): Promise<Reply> {
  const answer = await page.request.fetch(`/api${path}`, {
    method,
    headers: { 'x-libretto': 'web' },
    ...(data ? { data } : {}),
  });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return (answer.status() === 204 ? undefined : await answer.json()) as Reply;
}
