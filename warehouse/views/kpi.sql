-- One row for each company and fiscal period: the usual metrics of the whole company as columns.
WITH best AS (
    SELECT company_id, period, metric, measure, value, basis,
           row_number() OVER (PARTITION BY company_id, period, metric, measure, unit ORDER BY basis = 'non_gaap' NULLS FIRST, confidence DESC) AS place,
           unit, currency
    FROM fact
    WHERE segment = 'total'
)
SELECT company_id,
       period,
       max(value) FILTER (metric = 'revenue' AND measure = 'level' AND unit = 'currency') AS revenue,
       max(value) FILTER (metric = 'revenue' AND measure = 'yoy_change' AND unit = 'percent') AS revenue_yoy_percent,
       max(value) FILTER (metric = 'gross_profit' AND measure = 'level') AS gross_profit,
       max(value) FILTER (metric = 'gross_margin' AND measure = 'level') AS gross_margin_percent,
       max(value) FILTER (metric = 'operating_income' AND measure = 'level') AS operating_income,
       max(value) FILTER (metric = 'operating_margin' AND measure = 'level') AS operating_margin_percent,
       max(value) FILTER (metric = 'net_income' AND measure = 'level' AND unit = 'currency') AS net_income,
       max(value) FILTER (metric = 'ebitda' AND measure = 'level') AS ebitda,
       max(value) FILTER (metric = 'ebitda_margin' AND measure = 'level') AS ebitda_margin_percent,
       max(value) FILTER (metric = 'free_cash_flow' AND measure = 'level') AS free_cash_flow,
       max(value) FILTER (metric = 'capital_expenditure' AND measure = 'level' AND unit = 'currency') AS capital_expenditure,
       max(value) FILTER (metric = 'cash_and_cash_equivalents' AND measure = 'level') AS cash_and_cash_equivalents,
       (SELECT value FROM fact f WHERE f.company_id = best.company_id AND f.period = best.period AND f.metric = 'eps' AND f.measure = 'level' AND f.segment = 'total' AND f.basis IS DISTINCT FROM 'non_gaap' ORDER BY confidence DESC LIMIT 1) AS eps_gaap,
       (SELECT value FROM fact f WHERE f.company_id = best.company_id AND f.period = best.period AND f.metric = 'eps' AND f.measure = 'level' AND f.segment = 'total' AND f.basis = 'non_gaap' ORDER BY confidence DESC LIMIT 1) AS eps_non_gaap,
       max(currency) AS currency
FROM best
WHERE place = 1
GROUP BY company_id, period
ORDER BY company_id, period
