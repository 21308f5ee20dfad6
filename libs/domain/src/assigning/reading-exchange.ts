/** A text in the exchange, a dossier or a work: the number of readings still to be given, and the members who may get them. */
export interface OpenReadings {
  readonly readings: number;
  /** Whether each member may read it. */
  readonly mayRead: readonly boolean[];
  /** Whether each member read it before. */
  readonly readBefore: readonly boolean[];
}

/** A member's present load, and their limit. */
export interface Shoulder {
  readonly load: number;
  readonly limit: number;
}

type Step = { readonly from: number; readonly to: number; readonly text: number };

/**
 * Gives readings to members one by one, each along the cheapest chain of hand-overs: a new reader takes a text, and
 * may hand on another to make room. This is the minimum-cost flow by successive shortest paths (Jewell 1958; Busacker
 * and Gowen 1960), whose result is optimal for as many readings as can be given. The cost is first every earlier
 * reading that is lost, then the load, which costs more with each text that a member has already (2n + 1, so that
 * the whole is the sum of squares, which is least where loads are most even: Harvey, Ladner, Lovász and Tamir 2006). It
 * searches among members, of whom there are few, and keeps the texts that each pair could hand over.
 */
export class ReadingExchange {
  /** The members who read each text. */
  readonly readers: Set<number>[];
  private readonly loads: number[];
  /** By giver and taker: the texts whose hand-over regains an earlier reading, changes none, or loses one. */
  private readonly handOvers: Set<number>[][][];
  /** The party that has all unassigned readings. */
  private readonly nobody: number;
  /** More than any difference that loads can make. */
  private readonly priceOfMoving: number;

  constructor(
    private readonly texts: readonly OpenReadings[],
    private readonly shoulders: readonly Shoulder[],
  ) {
    this.nobody = shoulders.length;
    this.readers = texts.map(() => new Set());
    this.loads = shoulders.map(({ load }) => load);
    this.priceOfMoving = 1 + shoulders.length * Math.max(...this.loads.map((load) => load + texts.length), 1) ** 2;
    const parties = [...shoulders.keys(), this.nobody];
    this.handOvers = parties.map(() => parties.map(() => [new Set<number>(), new Set<number>(), new Set<number>()]));
    for (const text of texts.keys()) this.list(text, true);
  }

  /** Assigns every reading that can be assigned. */
  run(): void {
    for (let chain = this.cheapestChain(); chain; chain = this.cheapestChain()) this.follow(chain);
  }

  private follow(chain: readonly Step[]): void {
    for (const { from, to, text } of chain) {
      this.list(text, false);
      this.readers[text]?.delete(from);
      this.readers[text]?.add(to);
      this.list(text, true);
    }
    const last = chain.at(-1)?.to ?? 0;
    this.loads[last] = (this.loads[last] ?? 0) + 1;
  }

  /** Bellman and Ford's search from the unassigned readings; the last member of the chain has room for one more. */
  private cheapestChain(): Step[] | null {
    const price = this.handOvers.map((_, party) => (party === this.nobody ? 0 : Infinity));
    const came: (Step | undefined)[] = [];
    for (let isSettled = false; !isSettled;) {
      isSettled = true;
      for (const from of this.handOvers.keys())
        for (const to of this.shoulders.keys()) {
          if (price[from] === Infinity) break;
          const [text, cost] = this.cheapest(from, to);
          if (text === undefined || (price[from] ?? 0) + cost >= (price[to] ?? 0)) continue;
          price[to] = (price[from] ?? 0) + cost;
          came[to] = { from, to, text };
          isSettled = false;
        }
    }
    let end: number | undefined;
    const total = (member: number) => (price[member] ?? 0) + 2 * (this.loads[member] ?? 0) + 1;
    for (const [member, { limit }] of this.shoulders.entries())
      if (came[member] && (this.loads[member] ?? 0) < limit && (end === undefined || total(member) < total(end)))
        end = member;
    const chain: Step[] = [];
    for (let step = end === undefined ? undefined : came[end]; step; step = came[step.from]) chain.unshift(step);
    return chain.length ? chain : null;
  }

  private cheapest(from: number, to: number): [text: number | undefined, cost: number] {
    const [keeps, levels, loses] = this.handOvers[from]?.[to] ?? [];
    if (keeps?.size) return [first(keeps), -this.priceOfMoving];
    if (levels?.size) return [first(levels), 0];
    return [loses && first(loses), this.priceOfMoving];
  }

  /** Puts a text on the lists of everybody who could hand it over, or takes it off them. */
  private list(text: number, isOn: boolean): void {
    const { readings, mayRead, readBefore } = this.texts[text] as OpenReadings;
    const readers = this.readers[text] as Set<number>;
    const holders = readers.size < readings ? [...readers, this.nobody] : [...readers];
    for (const from of holders)
      for (const to of this.shoulders.keys()) {
        if (!mayRead[to] || readers.has(to)) continue;
        const lost = Number(readBefore[from] ?? false) - Number(readBefore[to] ?? false);
        const list = this.handOvers[from]?.[to]?.[lost + 1];
        if (isOn) list?.add(text);
        else list?.delete(text);
      }
  }
}

const first = (set: ReadonlySet<number>): number | undefined => set.values().next().value;
