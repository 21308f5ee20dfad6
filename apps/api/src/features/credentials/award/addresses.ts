import { didWebOf } from '@libretto/credentials';
import { addressOf, readStatusList, readStatusListToken, readSuspensionList } from '@libretto/contracts';

/** The public addresses that credentials name. They are signed, so they never change. */
export function addresses({ publicUrl }: { readonly publicUrl: string }) {
  return {
    did: didWebOf(publicUrl),
    issuer: publicUrl,
    /** The public log, and the name by which it signs: its address without the protocol. */
    log: `${publicUrl}/log`,
    logOrigin: `${new URL(publicUrl).host}/log`,
    /** The credential's id: the page for people, the signed JSON for programs that ask for it. */
    credential: (publicId: string) => `${publicUrl}/credentials/${publicId}`,
    achievement: ({ slug, version }: { slug: string; version: number }) =>
      `${publicUrl}/programmes/${slug}?version=${version}`,
    statusListToken: (number: number) =>
      `${publicUrl}${addressOf(readStatusListToken, { params: { number: String(number) } })}`,
    statusList: (number: number) => `${publicUrl}${addressOf(readStatusList, { params: { number: String(number) } })}`,
    suspensionList: (number: number) =>
      `${publicUrl}${addressOf(readSuspensionList, { params: { number: String(number) } })}`,
  };
}
