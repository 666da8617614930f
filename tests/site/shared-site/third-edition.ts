import type { FixtureContent } from '../fixture-site.ts';

export const newCities = [
  ['aosta', 'Aosta', 'valle-d-aosta', 45.737, 7.3201],
  ['bari', 'Bari', 'puglia', 41.1171, 16.8719],
  ['cagliari', 'Cagliari', 'sardegna', 39.2238, 9.1217],
  ['campobasso', 'Campobasso', 'molise', 41.5603, 14.6627],
  ['catanzaro', 'Catanzaro', 'calabria', 38.9098, 16.5877],
  ['venezia', 'Venezia', 'veneto', 45.4408, 12.3155],
] as const;

/** A third edition with six new cities, and one that has been there from the start. */
export const addThirdEdition = ({ write, replace }: FixtureContent): void => {
  write(
    'editions/lgnet3.yaml',
    `name: LGNET3
fullName: "LGNET3, la terza edizione della rete"
order: 3
summary: "La terza edizione della rete, in una prova."
fundingStatement: "Una dicitura di prova."
`,
  );
  for (const [id, name, region, lat, lon] of newCities) {
    write(
      `cities/${id}.yaml`,
      `name: ${name}
region: ${region}
coordinates:
  lat: ${lat}
  lon: ${lon}
editions:
  - edition: lgnet3
summary: "${name} è fra le nuove città della terza edizione."
`,
    );
  }
  replace('cities/torino.yaml', '  - edition: lgnet2\n', '  - edition: lgnet2\n  - edition: lgnet3\n');
};
