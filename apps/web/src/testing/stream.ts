/** The stream of events of a spec, which jsdom does not have: the spec says what comes through it. */
export class Stream {
  static readonly OPEN = 1;
  static readonly CLOSED = 2;
  static opened: Stream[] = [];
  readyState = 0;
  onmessage: (message: { data: string }) => void = () => undefined;
  onerror: () => void = () => undefined;

  constructor(readonly url: string) {
    Stream.opened.push(this);
  }

  /** Forgets the streams of the spec before. */
  static beginAnew(): void {
    Stream.opened = [];
  }

  close(): void {
    this.readyState = Stream.CLOSED;
  }
}
