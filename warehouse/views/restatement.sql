-- Facts for which a later call gave another value than the call that first reported the period.
SELECT company_id, period, metric, segment, basis, measure, restated_from AS first_stated, value AS restated_to, value - restated_from AS difference, unit, currency,
       call_id AS restated_in, metric_ids[1] AS metric_id
FROM fact
WHERE restated_from IS NOT NULL
ORDER BY company_id, period, metric
