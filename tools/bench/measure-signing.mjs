import { createPrivateKey, sign } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';

/**
 * What a signature costs on one core, in the same run: the bare key, the reference library, ours one by one, and ours for
 * many. Needs the built library.
 */
export async function measureSigning({ seconds }) {
  const { buildCredential, BulkSigner, loadPinnedContext, signCredential } =
    await import('../../dist/libs/credentials/index.mjs');
  const { newKey, nodeSigner } = await import('../../dist/libs/credentials/node.mjs');
  const { privateKeyPem } = newKey();
  const key = createPrivateKey(privateKeyPem);
  const signer = nodeSigner('did:web:libretto.example#key-1', privateKeyPem);
  const bulk = new BulkSigner();
  const suite = () =>
    new DataIntegrityProof({
      cryptosuite,
      date: created,
      signer: { id: signer.verificationMethod, algorithm: 'Ed25519', sign: async ({ data }) => signer.sign(data) },
    });
  const credentialOf = (number) => buildCredential(recordOf(number), issueOf(number));
  const ways = {
    'bare Ed25519 of 64 bytes': () => sign(null, Buffer.alloc(64), key),
    'reference library': (number) =>
      vc.issue({
        credential: credentialOf(number),
        suite: suite(),
        documentLoader: async (url) => loadPinnedContext(url),
      }),
    'one by one': (number) => signCredential(credentialOf(number), { signer, created }),
    'many, as issued': (number) => bulk.sign(credentialOf(number), { signer, created }),
  };
  const rows = [];
  for (const [name, once] of Object.entries(ways)) rows.push({ name, perSecond: await rateOf(once, seconds) });
  return rows;
}

/** In a second that a core really worked: what else the machine does meanwhile changes nothing. */
async function rateOf(once, seconds) {
  for (let number = 0; number < 20; number += 1) await once(number);
  const worked = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  };
  const begun = worked();
  let done = 0;
  while (worked() - begun < seconds) for (let more = 0; more < 10; more += 1) await once((done += 1));
  return done / (worked() - begun);
}

const created = '2026-11-20T10:00:00Z';
const both = (text) => ({ en: text, it: text });

const recordOf = (number) => ({
  awardId: `019abcde-0000-7000-8000-${String(number).padStart(12, '0')}`,
  learner: { givenName: `Ana ${number}`, familyName: 'Horvat', dateOfBirth: '1990-05-17' },
  title: both('Automatic Recognition'),
  aim: both('Recognise qualifications automatically.'),
  country: 'IT',
  awardingBodies: [{ name: 'CIMEA', country: 'IT', status: both('ENIC-NARIC centre') }],
  partners: [],
  awardedAt: created,
  outcomes: ['explain', 'apply', 'decide', 'defend', 'improve'].map((id) => ({ id, text: both(`To ${id} it.`) })),
  workload: { minutes: 7500, ects: 5 },
  level: { eqf: 7, nqf: 0, cycle: 'second' },
  assessment: { type: both('Project work'), supervision: 'supervised' },
  participation: 'blended',
  qualityAssurance: both('Reviewed every year.'),
  stackability: { kind: 'stand-alone' },
  languages: ['en'],
});

const issueOf = (number) => ({
  id: `https://libretto.example/credentials/${number}`,
  issuer: { did: 'did:web:libretto.example', name: 'CIMEA', url: 'https://libretto.example' },
  achievement: 'https://libretto.example/programmes/automatic-recognition/1',
  status: { list: 'https://libretto.example/status-lists/1', index: number },
});
