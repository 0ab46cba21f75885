// What a campaign will cost, how long it takes and where it waits, phase by phase.
import { Star } from 'lucide-react';
import type { CampaignEstimate } from '../../../shared/contracts/estimate.ts';
import { Notice } from '../../design/notice.tsx';
import { duration, list, spending } from '../../i18n/formats.ts';
import { useLanguage, useWords } from '../../i18n/messages.ts';
import { briefWords } from './messages.ts';

export function Estimate({ estimate }: { readonly estimate: CampaignEstimate }) {
  const say = useWords(briefWords);
  const language = useLanguage();
  const { costMicroUsd, byPhase, stops, criticalPath, fitsBudget } = estimate;
  const range = ({ minimum, maximum }: typeof costMicroUsd) => {
    if (maximum === 0) return say('free');
    return minimum === maximum ? spending(maximum) : say('range', { low: spending(minimum), high: spending(maximum) });
  };
  const models = [
    ...new Set(byPhase.flatMap(({ model, provider }) => (model && provider ? [`${model} (${provider})`] : []))),
  ];
  const stopping = byPhase.filter((phase) => stops.includes(phase.phaseId));
  return (
    <section className="panel" aria-labelledby="estimate-title">
      <div className="panel-body brief-section">
        <h3 id="estimate-title">{say('estimateTitle')}</h3>
        <dl className="brief-figures">
          <div>
            <dt>{say('estimateCost')}</dt>
            <dd>{range(costMicroUsd)}</dd>
          </div>
          <div>
            <dt>{say('estimateTime')}</dt>
            <dd>{duration(criticalPath.minimumSeconds * 1000)}</dd>
          </div>
          <div>
            <dt>{say('estimateStops')}</dt>
            <dd>{say('ofAll', { count: stopping.length, all: byPhase.length })}</dd>
          </div>
        </dl>
        <p className="brief-stops">
          {stopping.length === 0 ? (
            say('noStops')
          ) : (
            <>
              <Star className="status-icon" data-tone="star" aria-hidden="true" />
              {list(stopping.map(({ name }) => name[language]))}
            </>
          )}
        </p>
        {models.length > 0 && costMicroUsd.maximum > 0 && (
          <p className="small soft">{say('worksWith', { models: list(models) })}</p>
        )}
        {costMicroUsd.maximum === 0 && <p className="small soft">{say('freeHint')}</p>}
        {costMicroUsd.maximum > 0 && fitsBudget && <p className="small soft">{say('fits')}</p>}
        {!fitsBudget && <Notice tone="retry">{say('tight')}</Notice>}
        <details>
          <summary>{say('showPhases')}</summary>
          <table className="data-table">
            <thead>
              <tr>
                <th scope="col">{say('phase')}</th>
                <th scope="col">{say('model')}</th>
                <th scope="col">{say('seconds')}</th>
                <th scope="col">{say('cost')}</th>
              </tr>
            </thead>
            <tbody>
              {byPhase.map((phase) => (
                <tr key={phase.phaseId}>
                  <th scope="row">
                    {phase.name[language]}
                    {phase.stops && <span className="brief-stop">{say('stopHere')}</span>}
                  </th>
                  <td>{phase.model ?? '–'}</td>
                  <td>{duration(phase.typicalSeconds * 1000)}</td>
                  <td>{range(phase.costMicroUsd)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </div>
    </section>
  );
}
