import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const app = join(__dirname, '../../../web/src/app');
const features = join(app, 'features');

/** The paths in each exported table of routes of the features, by its name. */
function tablesOfFeatures(): Map<string, string[]> {
  const files = readdirSync(features, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.routes.ts'),
  );
  return new Map(
    files.flatMap((name) =>
      [...readFileSync(join(features, name), 'utf8').matchAll(/export const (\w+): Pages = \[(.*?)^\];/gms)].map(
        ([, table = '', text = '']): [string, string[]] => [table, pathsIn(text)],
      ),
    ),
  );
}

const pathsIn = (text: string): string[] => [...text.matchAll(/\bpath: '([^']*)'/g)].map(([, path = '']) => path);

/** Every page of the application, as its tables of routes have them: `editions/:editionId/desk`. */
export function pagesOfRoutes(): string[] {
  const text = readFileSync(join(app, 'app.routes.ts'), 'utf8');
  const tables = tablesOfFeatures();
  const [ofEdition = '', own = ''] = text.split('export const routes');
  const placed = (part: string, above: (table: string) => string) =>
    [...part.matchAll(/(?:\bm\.|\.\.\.)(\w+)/g)].flatMap(([, table = '']) =>
      (tables.get(table) ?? []).map((path) => [above(table), path].filter(Boolean).join('/')),
    );
  const named = pathsIn(own).filter((path) => path && path !== '**' && !path.includes(':'));
  return [
    ...named,
    ...placed(ofEdition, () => 'editions/:editionId'),
    ...placed(own, (table) => (table === 'bookletOfEdition' ? 'booklet/:editionId' : '')),
  ].sort();
}
