import { computed, linkedSignal, signal, type Signal, type WritableSignal } from '@angular/core';
import { type Change, changeBetween, type Clash, draftValueAt, merge, same, withValueAt } from '@libretto/domain';
import { codeOf, ProblemError, secondsToWait } from '../api';
import { keepChange, takeKeptChanges, writeUntil } from '../device/kept-changes';

/** What a draft is of, and how it goes to the server. `Screen` is what stands in the fields, `Stored` what the server keeps of it. */
export interface DraftSource<Screen extends object, Stored extends object> {
  /** Tells this draft from all others of the same person: `application/<id>`. */
  readonly name: string;
  /** What the server said last. */
  readonly stored: Stored;
  readonly show: (stored: Stored) => Screen;
  /** What of the screen can be stored, in the form in which the server keeps it; the rest of `base` stays. */
  readonly read: (
    screen: Screen,
    base: Stored,
  ) => { readonly stored: Stored; /** How much can not. */ readonly unkept: number };
  /** Answers what the server has now of these fields. */
  readonly send: (change: Change<Partial<Stored>>) => Promise<Partial<Stored>>;
}

interface State<Screen, Stored> {
  readonly screen: Screen;
  /** What the server had when this window last heard of it. */
  readonly base: Stored;
  /** Fields with two values: the screen has mine, the server has theirs. */
  readonly clashes: readonly Clash[];
}

export type Standing = 'calm' | 'saving' | 'saved' | 'unsaved';

const pauseMs = 700;
const retryMs = 5000;

/**
 * A draft that saves itself: a moment after each change it sends what changed with the values that it began from, takes in
 * what was changed elsewhere, and asks where both changed the same. Until the server has it, the browser keeps it.
 */
export class Draft<Screen extends object, Stored extends object> {
  private readonly state: ReturnType<
    typeof linkedSignal<DraftSource<Screen, Stored> | undefined, State<Screen, Stored> | undefined>
  >;
  private readonly progress = signal<Standing>('calm');
  private readonly writer = crypto.getRandomValues(new Uint32Array(3)).join('-');
  private timer: ReturnType<typeof setTimeout> | undefined;
  private going: Promise<void> = Promise.resolve();
  /** What was sent, of which draft, and not answered yet; in the order in which it was sent. */
  private readonly underWay: { readonly of: string; readonly to: Partial<Stored> }[] = [];
  private end: () => void = () => undefined;

  readonly screen: Signal<Screen | undefined>;
  readonly clashes: Signal<readonly Clash[]>;
  /** `unsaved` while there is something that the server has not got, and cannot get just now. */
  readonly standing: Signal<Standing>;
  /** How much of the screen waits until it is whole or right. */
  readonly unkept: Signal<number>;
  /** Why nothing can be saved, where trying again will not help. */
  readonly refused = signal<unknown>(undefined);

  constructor(
    private readonly source: Signal<DraftSource<Screen, Stored> | undefined>,
    private readonly account: () => string | undefined,
  ) {
    this.state = linkedSignal<DraftSource<Screen, Stored> | undefined, State<Screen, Stored> | undefined>({
      source,
      computation: (now, before) => {
        if (!now) return undefined;
        // A page that is read again may be older than what was saved last: news come with each save.
        if (before?.value && before.source?.name === now.name) return before.value;
        return { screen: now.show(now.stored), base: now.stored, clashes: [] };
      },
    });
    this.screen = computed(() => this.state()?.screen);
    this.clashes = computed(() => this.state()?.clashes ?? []);
    this.standing = this.progress.asReadonly();
    this.unkept = computed(() => {
      const [now, state] = [this.source(), this.state()];
      return now && state ? now.read(state.screen, state.base).unkept : 0;
    });
    writeUntil(this.writer, new Promise((resolve) => (this.end = resolve)));
  }

  /** The draft has opened: what a window that is gone kept of it comes back. */
  async resume(source: DraftSource<Screen, Stored>): Promise<void> {
    this.progress.set('calm');
    const account = this.account();
    const kept = account ? await takeKeptChanges(account, source.name) : [];
    for (const { base, screen } of kept)
      this.change(source, (state) => withChange(state, { from: source.show(base as Stored), to: screen as Screen }));
    if (kept.length) this.saveSoon();
  }

  write(change: (screen: Screen) => Screen): void {
    const source = this.source();
    if (!source) return;
    this.change(source, (state) => ({ ...state, screen: change(state.screen) }));
    this.saveSoon();
  }

  /** The screen as the model of a form; `empty` until there is a draft. */
  asModel(empty: Screen): WritableSignal<Screen> {
    const value = computed(() => this.screen() ?? empty);
    const set = (screen: Screen) => this.write(() => screen);
    const update = (change: (screen: Screen) => Screen) => this.write(change);
    return Object.assign(value, { set, update, asReadonly: () => value }) as unknown as WritableSignal<Screen>;
  }

  keepMine(clash: Clash): void {
    this.settle(clash, (screen) => screen);
  }

  useOther(clash: Clash): void {
    this.settle(clash, (screen) => withTheirs(screen, clash));
  }

  /** Saves what waits to be saved, after what is on its way. */
  saveNow(): Promise<void> {
    this.going = this.going.then(() => this.save());
    return this.going;
  }

  /** Shows again what is stored: for a choice that was refused, and that nobody is to take for made. Why it was refused stays. */
  takeBack(): void {
    const source = this.source();
    if (source) this.change(source, (state) => ({ ...state, screen: source.show(state.base), clashes: [] }));
  }

  /** The window goes or is hidden: what waits to be sent does not wait for the answer to what is on its way. */
  flush(): void {
    if (this.timer !== undefined) this.going = this.save(this.going);
  }

  /** Nobody writes any more; what is on its way still arrives. */
  close(): void {
    this.flush();
    void this.going.finally(() => this.end());
  }

  private settle(clash: Clash, screenOf: (screen: Screen) => Screen): void {
    const source = this.source();
    if (!source) return;
    this.change(source, (state) => ({
      ...state,
      screen: screenOf(state.screen),
      clashes: state.clashes.filter((one) => one !== clash),
    }));
    this.saveSoon();
  }

  private saveSoon(after = pauseMs): void {
    clearTimeout(this.timer);
    if (after === pauseMs) this.progress.set('saving');
    this.timer = setTimeout(() => void this.saveNow(), after);
  }

  /** `before` is what is on its way: this one begins from it, and its answer is heard after that one's. */
  private async save(before: Promise<void> = Promise.resolve()): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const [source, state] = [this.source(), this.state()];
    if (!source || !state) return;
    const sent = this.underWay.filter((one) => one.of === source.name).map(({ to }) => to);
    const change = pending(source, { ...state, base: Object.assign({}, state.base, ...sent) as Stored });
    if (!change) {
      if (!sent.length && this.progress() !== 'calm') this.progress.set(state.clashes.length ? 'unsaved' : 'saved');
      return before;
    }
    this.progress.set('saving');
    this.refused.set(undefined);
    this.underWay.push({ of: source.name, to: change.to });
    const answered = source.send(change).then(
      (stored) => () => this.arrive(source, change.to, stored),
      (error: unknown) => () => this.fail(source, error),
    );
    const [hear] = await Promise.all([answered, before]);
    this.underWay.shift();
    hear();
  }

  /** The server has it, and what others wrote meanwhile. */
  private arrive(source: DraftSource<Screen, Stored>, sent: Partial<Stored>, stored: Partial<Stored>): void {
    this.change(source, (state) =>
      takeIn(source, { ...state, base: { ...state.base, ...sent } }, { ...state.base, ...sent, ...stored }),
    );
    const now = this.state();
    if (now && pending(source, now)) this.saveSoon();
    else this.progress.set(now?.clashes.length ? 'unsaved' : 'saved');
  }

  private fail(source: DraftSource<Screen, Stored>, error: unknown): void {
    this.progress.set('unsaved');
    if (codeOf(error) === 'common.changed-elsewhere' && error instanceof ProblemError) {
      this.change(source, (state) =>
        takeIn(source, state, { ...state.base, ...(error.problem.stored as Partial<Stored>) }, error.problem.clashes),
      );
      // What does not clash need not wait for the answer.
      this.saveSoon(0);
    } else if (isPassing(error)) this.saveSoon(Math.max(retryMs, 1000 * (secondsToWait(error) ?? 0)));
    else this.refused.set(error);
  }

  /** Changes the state, where it is still of this draft, and what the browser keeps of it. */
  private change(
    source: DraftSource<Screen, Stored>,
    change: (state: State<Screen, Stored>) => State<Screen, Stored>,
  ): void {
    const before = this.state();
    const isOpen = before && this.source()?.name === source.name;
    const now = isOpen ? change(before) : undefined;
    if (now) this.state.set(now);
    const account = this.account();
    if (!account) return;
    const isKept = now && (now.clashes.length || pending(source, now) || source.read(now.screen, now.base).unkept);
    keepChange([account, source.name, this.writer], isKept ? { base: now.base, screen: now.screen } : null);
  }
}

/** Worth another try in a while: no connection, a server that has trouble, or one that was asked too often. */
const isPassing = (error: unknown): boolean =>
  !(error instanceof ProblemError) || [0, 429].includes(error.problem.status) || error.problem.status >= 500;

/** What is stored moves on: what was not changed here follows, what was changed in both places waits for an answer. */
function takeIn<Screen extends object, Stored extends object>(
  { show }: DraftSource<Screen, Stored>,
  state: State<Screen, Stored>,
  stored: Stored,
  answered: readonly Pick<Clash, 'path'>[] = [],
): State<Screen, Stored> {
  const change = { from: show(state.base), to: state.screen };
  const theirs = show(stored);
  // Two changes that are right alone and wrong together clash for the server only.
  const wrongTogether = answered
    .map(({ path }) => ({ path, mine: draftValueAt(change.to, path), theirs: draftValueAt(theirs, path) }))
    .filter(
      ({ path, mine, theirs: other }) => ![mine, other].some((value) => same(value, draftValueAt(change.from, path))),
    );
  return { ...withChange({ ...state, screen: theirs }, change, wrongTogether), base: stored };
}

/** A state whose screen is as stored, with a change made here. */
function withChange<Screen extends object, Stored>(
  state: State<Screen, Stored>,
  change: Change<Screen>,
  also: readonly Clash[] = [],
): State<Screen, Stored> {
  const { draft, clashes: found } = merge(state.screen, change);
  const clashes = [
    ...found,
    ...also.filter(({ path, mine, theirs }) => !same(mine, theirs) && !found.some((one) => isSame(one.path, path))),
  ];
  const open = [...state.clashes.filter((one) => !clashes.some(({ path }) => isSame(path, one.path))), ...clashes];
  return { ...state, screen: clashes.reduce(withMine, draft), clashes: open };
}

const withMine = <Screen>(screen: Screen, { path, mine, theirs }: Clash): Screen =>
  withValueAt(screen, path, mine ?? emptyLike(theirs));
const withTheirs = <Screen>(screen: Screen, { path, mine, theirs }: Clash): Screen =>
  withValueAt(screen, path, theirs ?? emptyLike(mine));

/** Nothing, as the screen has it: no row, no option or no text. */
const emptyLike = (other: unknown) => (Array.isArray(other) ? [] : typeof other === 'object' ? null : '');

const isSame = (one: readonly string[], other: readonly string[]) => one.join('/') === other.join('/');

/** What the server is to have: what waits for an answer stays as it is there. */
function toSend<Screen extends object, Stored extends object>(
  source: DraftSource<Screen, Stored>,
  { screen, base, clashes }: State<Screen, Stored>,
): Stored {
  return source.read(clashes.reduce(withTheirs, screen), base).stored;
}

const pending = <Screen extends object, Stored extends object>(
  source: DraftSource<Screen, Stored>,
  state: State<Screen, Stored>,
) => changeBetween(state.base, toSend(source, state));
