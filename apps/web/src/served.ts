/**
 * Puts the application in place of the server's page, once its first page stands. Focus on a link of the one moves to
 * the same link of the other.
 */
export function takeThePlaceOfServed(document: Document): void {
  const served = document.getElementById('served');
  const at = served?.contains(document.activeElement) ? document.activeElement?.getAttribute('href') : undefined;
  served?.remove();
  if (at) document.querySelector<HTMLElement>(`lib-root a[href="${CSS.escape(at)}"]`)?.focus();
}
