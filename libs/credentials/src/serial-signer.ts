import type { AwardRecord } from './award-record';
import { holderTexts, layOut, type HolderTexts, type Issue } from './build-credential';
import { canonicalDocument, canonicalQuads, expand, toQuads } from './canonical';
import { canonicalJson, type JsonObject } from './json';
import { canonicalOptions, proofOptions, signedBytes, withProof, type Signer } from './proof';
import type { Quad, Term } from './quad';

/** A form of statements for one shape of credential: those that stand, and those that wait for a holder's texts. */
interface Form {
  readonly standing: readonly Quad[];
  readonly waiting: readonly Quad[];
}

type Slot = keyof HolderTexts;
/** Stands for a holder's text while a form is made. Absolute addresses, because some of the texts are. */
const marks = Object.fromEntries(
  (['id', 'statusId', 'statusIndex', 'validFrom', 'name', 'givenName', 'familyName', 'dateOfBirth', 'awardRecord'] as const).map(
    (slot) => [slot, `urn:libretto:slot:${slot}`],
  ),
) as unknown as HolderTexts;
/** The record is a JSON literal, so its mark is written as JSON. */
const slotOfMark = new Map(
  (Object.keys(marks) as Slot[]).map((slot) => [slot === 'awardRecord' ? canonicalJson(marks[slot]) : String(marks[slot]), slot]),
);

const markedDate = '2000-01-01T00:00:00Z';
const mostForms = 200;

/**
 * Signs many awards. Nearly all the work of a signature is finding out what the JSON means, and that is the same for every
 * holder of a programme: it is done once per shape, and the holder's texts are put into the finished statements as literals.
 * The long way checks the first of each shape and every `checkEvery`th after it.
 */
export class SerialSigner {
  private readonly forms = new Map<string, Promise<Form>>();
  private readonly proofs = new Map<string, Promise<string>>();
  private signed = 0;

  constructor(
    private readonly signer: Signer,
    private readonly checkEvery = 500,
  ) {}

  async sign(record: AwardRecord, issue: Issue, created: string): Promise<JsonObject> {
    const holder = holderTexts(record, issue);
    const credential = layOut(record, issue, holder);
    const options = proofOptions(this.signer, created);
    const { form, isNew } = this.formFor(layOut(record, issue, marks));
    const canonical = await canonicalQuads(filledIn(await form, holder));
    const data = await signedBytes(await this.optionsFor(credential, options, created), canonical);
    if (isNew || ++this.signed % this.checkEvery === 0) await this.compareWithLongWay(credential, options, data);
    return withProof(credential, options, await this.signer.sign(data));
  }

  private formFor(marked: JsonObject): { form: Promise<Form>; isNew: boolean } {
    const shape = JSON.stringify(marked);
    const known = this.forms.get(shape);
    if (known) return { form: known, isNew: false };
    if (this.forms.size >= mostForms) this.forms.clear();
    const form = expand(marked).then(toQuads).then(formOf);
    this.forms.set(shape, form);
    return { form, isNew: true };
  }

  private async optionsFor(credential: JsonObject, options: JsonObject, created: string): Promise<string> {
    if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(created)) throw new RangeError('A proof is created at an instant to the second.');
    const key = this.signer.verificationMethod;
    let text = this.proofs.get(key);
    if (!text) {
      text = canonicalOptions(credential, { ...options, created: markedDate });
      this.proofs.set(key, text);
    }
    return (await text).replace(markedDate, created);
  }

  private async compareWithLongWay(credential: JsonObject, options: JsonObject, data: Uint8Array): Promise<void> {
    const expected = await signedBytes(await canonicalOptions(credential, options), await canonicalDocument(credential));
    if (!data.every((byte, index) => byte === expected[index])) {
      throw new Error(`The stamped statements of ${String(credential['id'])} differ from what its JSON means: nothing was signed.`);
    }
  }
}

function formOf(quads: readonly Quad[]): Form {
  const waits = (quad: Quad) => slotOfMark.has(quad.subject.value) || slotOfMark.has(quad.object.value);
  return { standing: quads.filter((quad) => !waits(quad)), waiting: quads.filter(waits) };
}

function filledIn({ standing, waiting }: Form, holder: HolderTexts): Quad[] {
  const filled = (term: Term): Term => {
    const slot = slotOfMark.get(term.value);
    if (!slot) return term;
    return { ...term, value: slot === 'awardRecord' ? canonicalJson(holder[slot]) : holder[slot] };
  };
  return [...standing, ...waiting.map((quad) => ({ ...quad, subject: filled(quad.subject), object: filled(quad.object) }))];
}
