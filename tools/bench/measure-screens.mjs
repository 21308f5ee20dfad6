import { figuresOf, measure, openScreen } from './load.mjs';
import { forSomebodyElse, screensOf } from './screens.mjs';

/** As many as in the recorded figures of Moodle. */
const atOnce = 8;

/**
 * Opens every screen of each installation in a browser, then asks for the same as many people. The installations take
 * turns, screen by screen, so that the machine is as busy for one as for the other. A row has the figures of each.
 */
export async function measureScreens(installations, recorder, { people, seconds }) {
  const screens = installations.map(({ edition }) => screensOf(edition));
  const rows = [];
  for (const [place, { name, moodle }] of screens[0].entries()) {
    const openings = [];
    for (const [at, installation] of installations.entries())
      openings.push(await openingOf(screens[at][place], installation, recorder));
    const measured = await inTurns(openings, seconds);
    rows.push({ name, moodle: moodle?.[people], measured });
    console.log(`  ${name}: ${measured.map(({ figures }) => figures.perSecond.toFixed(1)).join(' → ')} a second`);
  }
  return rows;
}

async function openingOf({ as, from }, { address, apis }, recorder) {
  const first = as(0);
  const waves = await recorder.record(address, first, from);
  const ports = apis.map(({ port }) => port);
  return {
    requests: waves.flat().length,
    once: (number) => openScreen(ports, forSomebodyElse(waves, first, as(number)), number),
  };
}

async function inTurns(openings, seconds) {
  const rounds = openings.length > 1 ? 2 : 1;
  const measurements = openings.map(() => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [at, { once }] of openings.entries())
      measurements[at].push(
        await measure(once, { atOnce, seconds: seconds / rounds, warmUp: round ? 0.1 : seconds / 4 }),
      );
  return openings.map(({ requests }, at) => ({ requests, figures: figuresOf(measurements[at]) }));
}
