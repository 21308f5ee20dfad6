import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsonld from 'jsonld';
import { Parser, Store, type Quad } from 'n3';
import Validator from 'rdf-validate-shacl';
import { aGradedRecord, anAwardRecord, anIssue } from '../testing/award-record.builder';
import { loadPinnedContext } from '../linked-data/contexts';
import type { Json, JsonObject } from '../platform/json';
import { IncompleteAward } from './build-credential';
import { europeanCredential, type EuropeanIssue } from './european-credential';

/** The shapes of the European Commission and their context: not part of this repository, so that a whole run goes without them. */
const folder = process.env['ELM_SHAPES'];
const describeShapes = folder ? describe : () => undefined;

const issue = (parts: Partial<EuropeanIssue> = {}): EuropeanIssue => ({
  id: anIssue().id,
  issuer: { ...anIssue().issuer, legalIdentifier: 'VATIT-80209930587' },
  issuedAt: new Date('2026-11-20T10:00:00Z'),
  pages: [Uint8Array.of(0xff, 0xd8, 1), Uint8Array.of(0xff, 0xd8, 2)],
  ...parts,
});

describe('a European Digital Credential', () => {
  it('is not made of half an award', () => {
    expect(() => europeanCredential({ ...anAwardRecord(), outcomes: [] }, issue())).toThrow(IncompleteAward);
  });

  it('says what the award says, in each of its languages', () => {
    const { credentialSubject: subject } = europeanCredential(aGradedRecord(), issue()) as {
      credentialSubject: JsonObject;
    };
    expect(subject).toMatchObject({
      ...{ fullName: { en: 'Ana Horvat' }, dateOfBirth: '1990-05-17T00:00:00Z' },
      hasClaim: {
        title: { en: 'Automatic Recognition', it: 'Riconoscimento automatico' },
        provenBy: { grade: { noteLiteral: { en: '28' } } },
        specifiedBy: {
          ...{ volumeOfLearning: 'PT125H', creditPoint: { point: '5' } },
          eqfLevel: { id: 'http://data.europa.eu/snb/eqf/7' },
          language: [{ id: 'http://publications.europa.eu/resource/authority/language/ENG' }],
        },
      },
    });
  });
});

describeShapes('the shapes of the European Commission', () => {
  let validator: Validator;
  beforeAll(() => {
    const shapes = ['EDC-generic-no-cv.ttl', 'EDC-generic-full.ttl'].flatMap((file) =>
      new Parser().parse(readFileSync(join(folder!, file), 'utf8')),
    );
    // The shapes lie side by side here: nothing is fetched.
    const imports = 'http://www.w3.org/2002/07/owl#imports';
    validator = new Validator(new Store(shapes.filter(({ predicate }) => predicate.value !== imports)) as never);
  });

  async function faultsOf(credential: JsonObject): Promise<string[]> {
    const context = JSON.parse(readFileSync(join(folder!, 'edc-ap-context.jsonld'), 'utf8')) as Json;
    const documentLoader = async (url: string) =>
      url.endsWith('/edc-ap') ? { contextUrl: null, documentUrl: url, document: context } : loadPinnedContext(url);
    const statements = (await (jsonld as { toRDF: (document: unknown, options: object) => Promise<unknown> }).toRDF(
      credential,
      { documentLoader, safe: true, format: 'application/n-quads' },
    )) as string;
    const quads: Quad[] = new Parser({ format: 'N-Quads' }).parse(statements);
    const { results } = await validator.validate(new Store(quads) as never);
    return results.map(({ path, message }) => `${path?.value ?? ''} ${message.map(({ value }) => value).join()}`);
  }

  it.each([
    ['an award', anAwardRecord()],
    ['one with grades', aGradedRecord()],
    [
      'one of two bodies, in presence, for somebody of one name',
      anAwardRecord({
        participation: 'in-presence',
        learner: { givenName: 'Ana', familyName: '', dateOfBirth: '1990-05-17' },
        awardingBodies: [
          ...anAwardRecord().awardingBodies,
          {
            name: 'A university',
            country: 'HR',
            website: 'https://uni.example',
            status: { en: 'University', it: 'Università' },
          },
        ],
        edition: { name: '2026', startsOn: '2026-01-11', endsOn: '2026-06-30' },
        prerequisites: [{ en: 'A degree', it: 'Un titolo' }],
        supervisedBy: { en: 'The Ministry', it: 'Il Ministero' },
      }),
    ],
    [
      'one of hostile texts',
      anAwardRecord({
        learner: { givenName: '{"@id":"urn:x"}', familyName: '_:b0 "\\\n', dateOfBirth: '1990-05-17' },
        outcomes: [{ id: '../#?', text: { en: '<b>', it: '@none' } }],
      }),
    ],
  ])('are met by %s', async (_, record) => {
    expect(await faultsOf(europeanCredential(record, issue()))).toEqual([]);
  });

  it('are met without a legal identifier, by the issuer’s own', async () => {
    expect(await faultsOf(europeanCredential(anAwardRecord(), issue({ issuer: anIssue().issuer })))).toEqual([]);
  });

  const without = (path: string): [string, (it: JsonObject) => JsonObject] => [
    `without ${path}`,
    (it) => changedAt(it, path.split('.'), undefined) as JsonObject,
  ];
  const claim = 'credentialSubject.hasClaim';
  it.each<[string, (it: JsonObject) => JsonObject]>([
    without('issued'),
    without('validFrom'),
    without('credentialProfiles'),
    without('credentialSchema'),
    without('displayParameter'),
    without('displayParameter.title'),
    without('displayParameter.individualDisplay'),
    without('issuer.eIDASIdentifier'),
    without('issuer.legalName'),
    without('issuer.location'),
    without(`${claim}`),
    without(`${claim}.title`),
    without(`${claim}.awardedBy`),
    without(`${claim}.provenBy.grade`),
    without(`${claim}.specifiedBy.title`),
    [
      'with no page',
      (it) => changedAt(it, ['displayParameter', 'individualDisplay', 'displayDetail'], []) as JsonObject,
    ],
    [
      'with a level of no list',
      (it) => changedAt(it, [...claim.split('.'), 'specifiedBy', 'eqfLevel', 'inScheme', 'id'], 'urn:x') as JsonObject,
    ],
    ['with a time that is none', (it) => changedAt(it, ['validFrom'], '20 November') as JsonObject],
  ])('are not met by one %s', async (_, change) => {
    expect(await faultsOf(change(europeanCredential(anAwardRecord(), issue())))).not.toEqual([]);
  });
});

function changedAt(value: Json | undefined, [key, ...rest]: string[], to: Json | undefined): Json | undefined {
  if (key === undefined) return to;
  const copy = { ...(value as Record<string, Json | undefined>) };
  copy[key] = changedAt(copy[key], rest, to);
  return JSON.parse(JSON.stringify(copy)) as Json;
}
