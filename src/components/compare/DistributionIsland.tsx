import { lazy, type ReactNode, Suspense } from 'react';

/** Recharts is fetched when the curves are asked for, after what says that they are coming. */
const DistributionChart = lazy(() =>
  import('./DistributionChart.tsx').then((module) => ({ default: module.DistributionChart })),
);

/** The island of the curves. */
export function DistributionIsland(): ReactNode {
  return (
    <Suspense fallback={<div className="distribution" aria-busy="true" />}>
      <DistributionChart />
    </Suspense>
  );
}
