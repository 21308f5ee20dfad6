/** A Typst template, imported as its text: the bundler and Jest both read it like this. */
declare module '*.typ' {
  const template: string;
  export default template;
}
