import { isText } from '../award/award-record';
import { notChecked, passed, type Check, type Contents } from '../findings/verification';
import { instantOfSeconds } from '../origin/token';
import type { JsonObject } from '../platform/json';

/** What a token needs for itself: it is checked, and no news for a reader. */
const ofTheToken = new Set([
  ...['iss', 'sub', 'aud', 'nbf', 'iat', 'exp', 'jti', 'cnf', 'status', 'vct', 'vct#integrity', '_sd', '_sd_alg'],
]);

/** A credential that discloses in parts, ready to be shown, by the names that European learning credentials give their claims. */
export function contentsOfClaims({ iss, nbf, iat, vct }: JsonObject, claims: JsonObject): Contents {
  const text = (key: string, ...values: unknown[]) => {
    const value = values.find(isText);
    return value === undefined ? {} : { [key]: value };
  };
  return {
    title: [claims['achievement_title'], claims['name'], claims['title'], vct].find(isText) ?? '',
    ...text('holder', nameIn(claims)),
    ...text('issuer', claims['issuing_authority'], claims['issuer_name'], iss),
    ...text('validFrom', instantOfSeconds(nbf ?? iat)),
    claims: {
      type: String(vct),
      shown: Object.fromEntries(Object.entries(claims).filter(([name]) => !ofTheToken.has(name))),
    },
  };
}

const nameIn = ({ given_name: given, family_name: family, name }: JsonObject): string | undefined =>
  [given, family].filter(isText).join(' ') || (given === undefined && isText(name) ? name : undefined);

/** The holder that it names, as far as that is shown. */
export function holderOfClaims(claims: JsonObject): Check {
  const holder = nameIn(claims);
  const born = claims['birth_date'] ?? claims['birthdate'];
  if (holder === undefined) return notChecked('holder', 'not-shown');
  return isText(born) ? passed('holder', 'named-with-birth', { holder, born }) : passed('holder', 'named', { holder });
}
