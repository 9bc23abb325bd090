import type { Parameters } from '../../catalog/maker.ts';
import { countText } from '../../release/number-text.ts';

/** A size in words: "70.6 billion, dense", "235.1 billion, 22.2 billion of them active". */
export function sizeText({ totalBillions, activeBillions, mixtureOfExperts }: Parameters): string {
  const total = billionsText(totalBillions);
  const dense = totalBillions === activeBillions || mixtureOfExperts === false;
  return dense ? `${total}, dense` : `${total}, ${billionsText(activeBillions)} of them active`;
}

function billionsText(billions: Parameters['totalBillions']): string {
  return typeof billions === 'number'
    ? `${countText(billions)} billion`
    : `${countText(billions.low)} to ${countText(billions.high)} billion`;
}
