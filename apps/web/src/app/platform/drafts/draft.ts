import { computed, linkedSignal, signal, type Signal, type WritableSignal } from '@angular/core';
import { type Change, changeBetween, type Clash, draftValueAt, merge, same, withValueAt } from '@libretto/domain/first';
import { codeOf, ProblemError, secondsToWait } from '../api';
import { keepChange, takeKeptChanges, writeUntil } from '../device/kept-changes';
import { Soon } from '../time';

/**
 * The subject of a draft, and how it goes to the server. `Screen` holds the values of the fields, `Stored` those that
 * the server keeps.
 */
export interface DraftSource<Screen extends object, Stored extends object> {
  /** Identifies this draft among those of the same person: `application/<id>`. */
  readonly name: string;
  /** The server's last values. */
  readonly stored: Stored;
  readonly show: (stored: Stored) => Screen;
  /** The part of the screen that can be stored, in the form that the server keeps; the rest of `base` stays. */
  readonly read: (
    screen: Screen,
    base: Stored,
  ) => {
    readonly stored: Stored;
    /** The number of rows and answers that cannot be stored. */
    readonly unkept: number;
  };
  /** Answers the server's values of these fields now. */
  readonly send: (change: Change<Partial<Stored>>) => Promise<Partial<Stored>>;
}

interface State<Screen, Stored> {
  readonly screen: Screen;
  /** The server's values as this window last knew them. */
  readonly base: Stored;
  /** Fields with two values: the screen has this window's, the server has the other. */
  readonly clashes: readonly Clash[];
}

export type Standing = 'calm' | 'saving' | 'saved' | 'unsaved';

const pauseMs = 700;
const retryMs = 5000;

/**
 * A draft that saves itself: a moment after each change it sends the changed fields with the values that it began from,
 * takes in changes made elsewhere, and asks if both changed the same field. Until the server has a change, the browser
 * keeps it.
 */
export class Draft<Screen extends object, Stored extends object> {
  private readonly state: ReturnType<
    typeof linkedSignal<DraftSource<Screen, Stored> | undefined, State<Screen, Stored> | undefined>
  >;
  private readonly progress = signal<Standing>('calm');
  private readonly writer = crypto.getRandomValues(new Uint32Array(3)).join('-');
  private readonly soon = new Soon();
  private going: Promise<void> = Promise.resolve();
  /** The values that were sent and not answered yet, each with its draft, in the order of sending. */
  private readonly underWay: { readonly of: string; readonly to: Partial<Stored> }[] = [];
  private end: () => void = () => undefined;

  readonly screen: Signal<Screen | undefined>;
  readonly clashes: Signal<readonly Clash[]>;
  /** `unsaved` while the server lacks a change and cannot be reached just now. */
  readonly standing: Signal<Standing>;
  /** The number of rows and answers on the screen that cannot be stored as they are. */
  readonly unkept: Signal<number>;
  /** The reason why nothing can be saved, if trying again will not help. */
  readonly refused = signal<unknown>(undefined);

  constructor(
    private readonly source: Signal<DraftSource<Screen, Stored> | undefined>,
    private readonly account: () => string | undefined,
  ) {
    this.state = linkedSignal<DraftSource<Screen, Stored> | undefined, State<Screen, Stored> | undefined>({
      source,
      computation: (now, before) => {
        if (!now) return undefined;
        // A page that is read again may be older than the last save: news come with each save.
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

  /** Opens the draft with the changes that a closed window kept of it. */
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

  /** Saves pending changes, after those under way. */
  saveNow(): Promise<void> {
    this.going = this.going.then(() => this.save());
    return this.going;
  }

  /**
   * Shows the stored values again: a refused choice must not look as if it were made. The reason of the refusal stays.
   */
  takeBack(): void {
    const source = this.source();
    if (source) this.change(source, (state) => ({ ...state, screen: source.show(state.base), clashes: [] }));
  }

  /** The window closes or is hidden: pending changes are sent without waiting for the answer to those under way. */
  flush(): void {
    if (this.soon.isWaiting) this.going = this.save(this.going);
  }

  /** Nobody writes any more; requests under way still arrive. */
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
    if (after === pauseMs) this.progress.set('saving');
    this.soon.do(() => void this.saveNow(), after);
  }

  /** `before` is the save under way: this one begins from its values, and its answer is handled after that one's. */
  private async save(before: Promise<void> = Promise.resolve()): Promise<void> {
    this.soon.drop();
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

  /** The server has stored the change, and answers with changes made elsewhere. */
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
      // Fields without a clash need not wait for the answer.
      this.saveSoon(0);
    } else if (isPassing(error)) this.saveSoon(Math.max(retryMs, 1000 * (secondsToWait(error) ?? 0)));
    else this.refused.set(error);
  }

  /** Changes the state, if it is still of this draft, and the browser's copy of it. */
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

/** Worth another try in a while: no connection, a server with trouble, or too many requests. */
const isPassing = (error: unknown): boolean =>
  !(error instanceof ProblemError) || [0, 429].includes(error.problem.status) || error.problem.status >= 500;

/** The stored values have moved on: fields unchanged here follow, fields changed on both sides become clashes. */
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

/** An empty value for the screen: no row, no option or no text. */
const emptyLike = (other: unknown) => (Array.isArray(other) ? [] : typeof other === 'object' ? null : '');

const isSame = (one: readonly string[], other: readonly string[]) => one.join('/') === other.join('/');

/** The values to send: fields with a clash keep the server's value. */
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
