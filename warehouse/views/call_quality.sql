-- One row for each call: a score from 0 to 100, what it is made of, and the flags of its turns.
WITH checks AS (
    SELECT call_id,
           count(*) FILTER (status = 'consistent' AND rule <> 'scale') AS consistent,
           count(*) FILTER (status = 'inconsistent' AND rule NOT IN ('scale', 'restatement') AND suspected_cause IS DISTINCT FROM 'restated') AS inconsistent,
           count(*) FILTER (status = 'inconsistent' AND severity = 'error' AND waived_by IS NULL) AS open_errors,
           count(*) FILTER (status = 'inconsistent' AND rule = 'scale') AS scale_errors
    FROM check_result GROUP BY call_id
), flags AS (
    SELECT call_id, count(*) AS turns, count(*) FILTER (len(quality) > 0) AS flagged_turns, list_sort(list_distinct(flatten(list(quality)))) AS flags
    FROM turn GROUP BY call_id
), mentions AS (
    SELECT call_id, count(*) AS metrics, count(*) FILTER (is_official) AS official_metrics, round(avg(confidence) FILTER (is_official), 3) AS mean_confidence
    FROM metric GROUP BY call_id
)
SELECT call.call_id,
       call.company_id,
       call.fiscal_period,
       round(40 * coalesce(mean_confidence, 0)
             + 40 * coalesce(consistent / nullif(consistent + inconsistent, 0), 0.5)
             + 20 * (1 - coalesce(flagged_turns / nullif(turns, 0), 0))
             - 10 * least(coalesce(open_errors, 0), 3), 1) AS score,
       turns,
       coalesce(metrics, 0) AS metrics,
       coalesce(official_metrics, 0) AS official_metrics,
       mean_confidence,
       coalesce(consistent, 0) AS consistent_checks,
       coalesce(inconsistent, 0) AS inconsistent_checks,
       coalesce(open_errors, 0) AS open_errors,
       coalesce(scale_errors, 0) AS scale_errors,
       flags
FROM call
LEFT JOIN checks USING (call_id)
LEFT JOIN flags USING (call_id)
LEFT JOIN mentions USING (call_id)
ORDER BY score
