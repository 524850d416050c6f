-- Revenue by part of the company: value, growth and share of the total, where the total was stated.
SELECT level.company_id,
       level.period,
       level.segment,
       level.value AS revenue,
       level.currency,
       growth.value AS yoy_percent,
       round(100 * level.value / total.value, 1) AS percent_of_total,
       level.agreement,
       level.confidence,
       level.call_id,
       level.metric_ids[1] AS metric_id
FROM fact AS level
LEFT JOIN fact AS growth
       ON growth.company_id = level.company_id AND growth.period = level.period AND growth.metric = 'revenue' AND growth.segment = level.segment
      AND growth.measure = 'yoy_change' AND growth.unit = 'percent' AND growth.basis IS NOT DISTINCT FROM level.basis
LEFT JOIN fact AS total
       ON total.company_id = level.company_id AND total.period = level.period AND total.metric = 'revenue' AND total.segment = 'total'
      AND total.measure = 'level' AND total.basis IS NOT DISTINCT FROM level.basis
WHERE level.metric = 'revenue' AND level.measure = 'level' AND level.segment <> 'total'
ORDER BY level.company_id, level.period, revenue DESC
