import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { uploadRefusals } from '@libretto/contracts';
import { contractRoutes } from '../platform/http/meta.controller';

const features = join(__dirname, '../features');
const sources = globSync('**/*.ts', { cwd: features }).map((file) => readFileSync(join(features, file), 'utf8'));
const routes = contractRoutes();

/** The codes in the doc comment of a method, behind `Refusals:`. */
function namedAt(source: string, method: string): string[] {
  const comment = new RegExp(String.raw`\/\*\*((?:(?!\*\/)[^])*)\*\/\s+(?:async )?${method}\(`).exec(source)?.[1] ?? '';
  const list = comment.split('Refusals:')[1] ?? '';
  return [...(list.match(/[\w-]+\.[\w-]+/g) ?? []), ...(list.includes('`uploadRefusals`') ? uploadRefusals : [])];
}

/** Each route that changes something, with the command that its handler calls last. */
function commands(): { route: string; source: string; command: string; method: string }[] {
  return sources.flatMap((controller) => {
    const classes = new Map(
      [...controller.matchAll(/private readonly (\w+): (\w+)/g)].map(([, field, of]) => [field, of]),
    );
    return controller
      .split('@Handles(')
      .slice(1)
      .flatMap((handler) => {
        const route = /^\w+/.exec(handler)?.[0] ?? '';
        const [, field, method = ''] = [...handler.matchAll(/this\.(\w+)\.(\w+)\(/g)].at(-1) ?? [];
        const command = classes.get(field) ?? '';
        const source = sources.find((one) => one.includes(`export class ${command} `)) ?? '';
        const isCommand = routes[route]?.method !== 'GET' && (method === 'run' || source.includes('Transaction'));
        return isCommand ? [{ route, source, command, method }] : [];
      });
  });
}

describe('a command names its refusals', () => {
  it.each(commands().map((one) => [one.route, one] as const))(
    'as the contract of %s does',
    (route, { source, method }) => {
      const uploads: readonly string[] = uploadRefusals;
      const named = namedAt(source, method);
      const promised = routes[route]?.refusals ?? [];
      // The bytes of an upload may be received before the command runs.
      const own = named.some((code) => uploads.includes(code))
        ? promised
        : promised.filter((code) => !uploads.includes(code));
      expect(named.sort()).toEqual([...own].sort());
    },
  );

  it('for every command of the features', () => {
    expect(commands().length).toBeGreaterThan(80);
  });
});
