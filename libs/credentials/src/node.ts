// Parts that need Node itself and would not run in a browser.
export { newKey, nodeSigner, publicKeyOf } from './signing/node-signer';
