/** The parts of an address, or nothing where the text is none. (`URL.parse` says the same, from Node 22 on.) */
export function addressOf(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
