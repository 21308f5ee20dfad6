// This module ships no types. Only the parts that the library uses are described.
declare module 'punycode.js' {
  const punycode: { toUnicode(domain: string): string };
  export default punycode;
}
