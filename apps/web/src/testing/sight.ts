/** jsdom lays nothing out, so nothing ever comes into sight. A spec in which something does has its own. */
export class NoSight implements Pick<IntersectionObserver, 'observe' | 'unobserve' | 'disconnect'> {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
