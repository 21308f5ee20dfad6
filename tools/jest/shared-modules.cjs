/**
 * A runtime of Jest whose modules are Node's own. Jest's runtime loads every module anew for each file of specs, in a world of
 * its own: for the server that is 2,800 modules, six seconds and 90 MB which are not given back. Here a process loads them once,
 * and only the specs are loaded for each file. What a module keeps for itself lasts from file to file, as it does in a
 * server; `jest.mock` and `jest.resetModules`, which replace modules, have no effect.
 */
const { registerHooks } = require('node:module');
const { fileURLToPath, pathToFileURL } = require('node:url');
const { default: Runtime } = require('jest-runtime');

const outside = /[\\/]node_modules[\\/]/;
const sourceMaps = new Map();
let run;

registerHooks({
  resolve(specifier, context, next) {
    const from = context.parentURL;
    if (!run || !from?.startsWith('file:') || outside.test(from)) return next(specifier, context);
    const path = run.pathOf(fileURLToPath(from), specifier);
    return path ? { url: pathToFileURL(path).href, shortCircuit: true } : next(specifier, context);
  },
  load(url, context, next) {
    if (!run || !url.startsWith('file:') || outside.test(url)) return next(url, context);
    const path = fileURLToPath(url);
    if (!run.transforms(path)) return next(url, context);
    return { format: 'commonjs', source: run.codeOf(path), shortCircuit: true };
  },
});

module.exports = class SharedModules extends Runtime {
  constructor(config, environment, resolver, transformer, files, coverage, testPath, globalConfig) {
    super(config, environment, resolver, transformer, files, coverage, testPath, globalConfig);
    this.specs = testPath;
    environment.global.jest = this.jestGlobals.jestObjectFor(testPath);
    const options = { supportsDynamicImport: false, supportsStaticESM: false };
    run = {
      pathOf: (from, name) =>
        resolver.resolveStubModuleName(from, name) ??
        (name.startsWith('.') ? resolver.resolveModule(from, name) : null),
      transforms: (path) => transformer.shouldTransform(path),
      codeOf: (path) => {
        const { code, sourceMapPath } = transformer.transform(path, { ...coverage, ...options });
        if (sourceMapPath) sourceMaps.set(path, sourceMapPath);
        return code;
      },
    };
  }

  /** The process is the real one: it keeps its own `getBuiltinModule`. */
  installGetBuiltinModule() {}

  requireModule(path) {
    return require(path);
  }

  /** What collects and runs the tests of a file is loaded for each file. */
  requireInternalModule(path) {
    delete require.cache[path];
    return require(path);
  }

  getSourceMaps() {
    return sourceMaps;
  }

  teardown() {
    super.teardown();
    delete require.cache[this.specs];
    module.children.length = 0;
  }
};
