import { countryCode } from '../catalog/country-code.ts';
import type { CatalogData } from '../catalog/read-data.ts';
import { acceleratorNamed } from '../catalog/training/hardware-name.ts';
import type { TrainingStatement } from '../catalog/training-statement.ts';
import { GRAMS_PER_TONNE } from '../estimation/units.ts';
import type { CardEmissions } from './card-emissions.ts';
import { sourceId } from './proposal.ts';
import type { TrainedRepository } from './trained-repositories.ts';

/** What a model card states of emissions, as a record of ours. */
export function statementOf(
  { id, models, run }: TrainedRepository,
  card: CardEmissions,
  data: CatalogData,
): TrainingStatement {
  const [owner = id, name = id] = id.split('/');
  // What a fine-tuning emitted is no figure of the run that it starts from.
  const ofRun = isFineTuning(card) ? undefined : run;
  const maker = data.training.runs.find((row) => row.id === ofRun)?.makers[0];
  const country = countryOf(card.place);
  const accelerator = acceleratorNamed([card.hardware ?? '', card.hardware?.toUpperCase() ?? '']);
  return {
    what: name,
    maker: maker ?? owner,
    ...(models.length > 0 && { models }),
    ...(ofRun !== undefined && { run: ofRun }),
    ...(country !== undefined && { country }),
    tonnesCO2e: Number((card.grams / GRAMS_PER_TONNE).toPrecision(6)),
    counts: 'final-runs',
    statedBy: 'maker',
    accounting: 'unstated',
    ...(accelerator !== undefined && { accelerator }),
    how: 'read',
    sources: [sourceId(id)],
    note: noteOf(id, card),
  };
}

/** Whether a card speaks of a fine-tuning, which is no figure of the run that made the model. */
export function isFineTuning({ trainingType }: CardEmissions): boolean {
  return /fine|tun/i.test(trainingType ?? '');
}

/** Of a place as people write it, Quebec, Canada, the country. */
function countryOf(place: string | undefined): string | undefined {
  const last = place?.split(',').at(-1);
  return last === undefined ? undefined : countryCode(last);
}

function noteOf(id: string, { source, trainingType, place, hardware }: CardEmissions): string {
  const said = [
    trainingType && `training type ${trainingType}`,
    place && `place ${place}`,
    hardware && `hardware ${hardware}`,
    source && `source ${source}`,
  ].filter((part) => part !== undefined && part !== '');
  return `co2_eq_emissions of the card of ${id}${said.length === 0 ? '' : `: ${said.join('; ')}`}.`;
}
