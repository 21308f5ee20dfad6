const givenNames: Record<string, string[]> = {
  HR: ['Ivana', 'Luka', 'Petra', 'Tomislav', 'Maja'],
  FR: ['Camille', 'Hugo', 'Élodie', 'Antoine', 'Solène'],
  IT: ['Giulia', 'Matteo', 'Francesca', 'Davide', 'Noemi'],
  ES: ['Lucía', 'Álvaro', 'Nuria', 'Íñigo', 'Marta'],
  PT: ['Inês', 'João', 'Beatriz', 'Tiago', 'Leonor'],
};
const familyNames: Record<string, string[]> = {
  HR: ['Horvat', 'Babić', 'Jurić', 'Vuković', 'Šimić'],
  FR: ['Lefèvre', 'Moreau', 'Garnier', 'Chevalier', 'Roussel'],
  IT: ['Ferri', 'Gallo', 'De Santis', 'Rinaldi', 'D’Amico'],
  ES: ['Ortega', 'Núñez', 'Vidal', 'Peña', 'Garrido'],
  PT: ['Carvalho', 'Lopes', 'Simões', 'Antunes', 'Conceição'],
};

/** A name for somebody of the crowd: another one at each institution and turn. */
export function crowdOf(country: string, index: number, turn: number, emailDomain: string) {
  const given = givenNames[country] ?? [];
  const family = familyNames[country] ?? [];
  const givenName = given[(index + turn) % given.length] ?? '';
  const familyName = family[(index + 2 * turn) % family.length] ?? '';
  const plain = `${givenName}.${familyName}`
    .normalize('NFD')
    .replace(/[^A-Za-z.]/g, '')
    .toLowerCase();
  return { givenName, familyName, email: `${plain}.${turn + 1}@${emailDomain}` };
}
