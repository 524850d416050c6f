-- Numeric guidance beside what was reported for the same period later: below, within or above the range.
SELECT call.company_id,
       guidance.period,
       guidance.metric,
       guidance.segment,
       coalesce(guidance.basis, fact.basis) AS basis,
       guidance.measure,
       guidance.call_id AS guided_in,
       guidance.form,
       guidance.low,
       guidance.high,
       guidance.unit,
       fact.value AS actual,
       fact.call_id AS reported_in,
       CASE WHEN fact.value IS NULL THEN NULL
            WHEN fact.high < guidance.low THEN 'below'
            WHEN fact.low > guidance.high THEN 'above'
            ELSE 'within' END AS outcome,
       guidance.quote,
       guidance_id,
       fact.metric_ids[1] AS actual_metric_id
FROM guidance
JOIN call USING (call_id)
LEFT JOIN fact
       ON fact.company_id = call.company_id AND fact.period = guidance.period AND fact.metric = guidance.metric AND fact.segment = guidance.segment
      AND fact.measure = guidance.measure AND fact.unit = guidance.unit AND (fact.basis IS NOT DISTINCT FROM guidance.basis OR guidance.basis IS NULL)
      AND fact.call_id <> guidance.call_id
WHERE guidance.is_official AND guidance.form IN ('range', 'point', 'floor', 'ceiling') AND guidance.period >= call.fiscal_period[:4]
ORDER BY call.company_id, guidance.period, guidance.metric, guidance.call_id
