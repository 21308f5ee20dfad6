import {
  type AwardRecord,
  learningCredential,
  openClaims,
  partClaims,
  type Signer,
  signLearningCredential,
  type WalletIssue,
} from '@libretto/credentials';
import { mostKeys, type WalletFormat } from '@libretto/domain';
import type { Languages } from '../../../platform/language/languages';

/** A way of writing an award for a wallet: how it is announced, and how a copy is made. */
interface FormatOfWallets {
  readonly format: WalletFormat;
  announced(languages: Languages): object;
  write(record: AwardRecord, issue: WalletIssue, signer: Signer): Promise<string>;
}

/** The algorithms with which a wallet may prove that a key is its own. */
export const proofAlgorithms = ['ES256', 'EdDSA'];

/** The formats by the names of their configurations. A further one is a further entry; the award stays what it is. */
export const formatsOfWallets: ReadonlyMap<string, FormatOfWallets> = new Map([
  [
    'learning_credential_sd_jwt_vc',
    {
      format: 'sd-jwt',
      announced: (languages) => ({
        format: 'dc+sd-jwt',
        scope: 'learning_credential',
        vct: learningCredential,
        cryptographic_binding_methods_supported: ['jwk'],
        credential_signing_alg_values_supported: ['EdDSA'],
        proof_types_supported: { jwt: { proof_signing_alg_values_supported: proofAlgorithms } },
        credential_metadata: {
          display: namesIn(languages, 'credentials.wallets.name'),
          claims: [...openClaims, ...partClaims].map((name) => ({
            path: [name],
            display: namesIn(languages, `verification.claims.${name}`),
          })),
        },
      }),
      write: signLearningCredential,
    },
  ],
]);

/** How many keys of a wallet get a copy each, as wallets are told. */
export const batch = { batch_size: mostKeys };

type Named = 'credentials.wallets.name' | `verification.claims.${(typeof openClaims | typeof partClaims)[number]}`;

const namesIn = (languages: Languages, key: Named) =>
  languages.all().map(({ code }) => ({ name: languages.in(code)(key), locale: code }));
