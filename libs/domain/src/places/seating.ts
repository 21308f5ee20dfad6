import { ownInstitutions, type Places, type Seat, sharesTheRest } from './quota';

/** The places that a held place counts against: its country's quota, the opened places, or the rest. */
export const placeSources = ['quota', 'opened', 'rest'] as const;
export type PlaceSource = (typeof placeSources)[number];

/**
 * The source of each held place, in the order of `held`. In each country the institutions that were offered a place
 * first fill its own quota; later ones get opened places. Colleagues count with their institution. When an institution
 * leaves the quota, the first of its country on an opened place moves up, and that one becomes free.
 */
export function sourcesOf(places: Places): PlaceSource[] {
  const inQuota = new Map<string, Set<string>>();
  for (const { country, institutionId } of places.held) {
    const institutions = inQuota.get(country) ?? new Set();
    if (institutions.size < ownInstitutions(places, country)) institutions.add(institutionId);
    inQuota.set(country, institutions);
  }
  return places.held.map(({ country, institutionId }) => {
    if (sharesTheRest(places, country)) return 'rest';
    return inQuota.get(country)?.has(institutionId) ? 'quota' : 'opened';
  });
}

/** The seats by institution, each with its source, in the order of the offers. */
export function seatsByInstitution<Held extends Seat>(places: Places<Held>): { source: PlaceSource; seats: Held[] }[] {
  const sources = sourcesOf(places);
  const institutions = new Map<string, { source: PlaceSource; seats: Held[] }>();
  for (const [index, seat] of places.held.entries()) {
    const key = `${seat.country} ${seat.institutionId}`;
    const institution = institutions.get(key) ?? { source: sources[index] as PlaceSource, seats: [] };
    institution.seats.push(seat);
    institutions.set(key, institution);
  }
  return [...institutions.values()];
}
