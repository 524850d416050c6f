-- One row for each company and fiscal period: the usual figures of the whole company as columns.
SELECT company_id,
       period,
       max(value) FILTER (figure = 'revenue') AS revenue,
       max(value) FILTER (figure = 'revenue_yoy_percent') AS revenue_yoy_percent,
       max(value) FILTER (figure = 'gross_profit') AS gross_profit,
       max(value) FILTER (figure = 'gross_margin_percent') AS gross_margin_percent,
       max(value) FILTER (figure = 'operating_income') AS operating_income,
       max(value) FILTER (figure = 'operating_margin_percent') AS operating_margin_percent,
       max(value) FILTER (figure = 'net_income') AS net_income,
       max(value) FILTER (figure = 'ebitda') AS ebitda,
       max(value) FILTER (figure = 'ebitda_margin_percent') AS ebitda_margin_percent,
       max(value) FILTER (figure = 'free_cash_flow') AS free_cash_flow,
       max(value) FILTER (figure = 'capital_expenditure') AS capital_expenditure,
       max(value) FILTER (figure = 'cash_and_cash_equivalents') AS cash_and_cash_equivalents,
       max(value) FILTER (figure = 'eps_gaap') AS eps_gaap,
       max(value) FILTER (figure = 'eps_non_gaap') AS eps_non_gaap,
       max(currency) AS currency
FROM key_figure
GROUP BY company_id, period
ORDER BY company_id, period
