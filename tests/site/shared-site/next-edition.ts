import type { FixtureContent } from '../fixture-site.ts';

export const newCities = [
  ['ancona', 'Ancona', 'marche', 43.6158, 13.5189],
  ['l-aquila', 'L’Aquila', 'abruzzo', 42.3498, 13.3995],
  ['reggio-calabria', 'Reggio Calabria', 'calabria', 38.1113, 15.6473],
] as const;

/** An edition to come with three new cities, and one that has been there from the start. */
export const addNextEdition = ({ write, replace }: FixtureContent): void => {
  write(
    'editions/lgnet4.yaml',
    `name: LGNET4
fullName: "LGNET4, la quarta edizione della rete"
order: 4
summary: "La quarta edizione della rete, in una prova."
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
  - edition: lgnet4
summary: "${name} è fra le nuove città della quarta edizione."
`,
    );
  }
  replace('cities/torino.yaml', '  - edition: lgnet3\n', '  - edition: lgnet3\n  - edition: lgnet4\n');
};
